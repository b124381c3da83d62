#compdef jcompose
# Completion of jcompose in zsh.

_jcompose() {
  local -a answer candidates
  local directive line
  answer=("${(@f)$("${words[1]}" __complete "${(@)words[2,CURRENT]}" 2>/dev/null)}")
  directive=${answer[-1]#:}
  answer[-1]=()
  for line in "${answer[@]}"; do
    [[ -n $line ]] || continue
    # A colon parts a candidate from what it means.
    line=${line//:/\\:}
    candidates+=("${line/$'\t'/:}")
  done
  if ((${#candidates})); then
    if [[ $directive == 2 ]]; then
      _describe jcompose candidates -S ''
    else
      _describe jcompose candidates
    fi
  fi
  case $directive in
    0) _files ;;
    16) _files -/ ;;
  esac
}

if [[ ${funcstack[1]} == _jcompose ]]; then
  _jcompose "$@"
else
  compdef _jcompose jcompose
fi
