# Completion of jcompose in fish.

function __jcompose_candidates
    set -l words (commandline -opc) (commandline -ct)
    set -l answer ($words[1] __complete $words[2..-1] 2>/dev/null)
    test (count $answer) -gt 0; or return
    set -l directive (string replace -r '^:' '' -- $answer[-1])
    test (count $answer) -gt 1; and printf '%s\n' $answer[1..-2]
    switch $directive
        case 0
            __fish_complete_path (commandline -ct)
        case 16
            __fish_complete_directories (commandline -ct)
    end
end

complete -c jcompose -f -a '(__jcompose_candidates)'
