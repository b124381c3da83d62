# Completion of jcompose in bash.

_jcompose() {
  local line=${COMP_LINE:0:COMP_POINT} words current answer directive candidate kept
  read -ra words <<<"$line"
  [[ $line == *[[:space:]] ]] && words+=("")
  current=${words[-1]}
  COMPREPLY=()
  mapfile -t answer < <("${words[0]}" __completeNoDesc "${words[@]:1}" 2>/dev/null)
  ((${#answer[@]})) || return 0
  directive=${answer[-1]#:}
  unset 'answer[-1]'
  # What stands before the last = or : in the word is kept by the shell, so it is cut off the candidates.
  kept=${current%"${current##*[=:]}"}
  for candidate in "${answer[@]}"; do
    COMPREPLY+=("${candidate#"$kept"}")
  done
  case $directive in
    0) ((${#COMPREPLY[@]})) || compopt -o default ;;
    2) compopt -o nospace ;;
    16) compopt -o dirnames ;;
  esac
}

complete -F _jcompose jcompose
