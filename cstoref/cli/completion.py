"""`cstoref completion SHELL`: the few lines by which a shell completes commands, options and names.

They only carry words to `cstoref completion -- WORDS…` and candidates back; see candidates.py.
"""

from __future__ import annotations

from cstoref.errors import FOUND

from .output import Common, lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

SCRIPTS = {
    "bash": """\
# cstoref: completion for bash. In ~/.bashrc: eval "$(cstoref completion bash)"
_cstoref() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        COMPREPLY+=("${line%% *}")
    done < <(cstoref completion -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
    if [[ ${COMPREPLY[0]} == / ]]; then
        COMPREPLY=()
        compopt -o default 2>/dev/null
    fi
}
complete -o nosort -F _cstoref cstoref 2>/dev/null || complete -F _cstoref cstoref
""",
    "zsh": """\
#compdef cstoref
# cstoref: completion for zsh. In ~/.zshrc, after compinit: eval "$(cstoref completion zsh)"
_cstoref() {
    local line
    local -a found told
    for line in "${(@f)$(cstoref completion -- "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
        [[ -z $line ]] && continue
        [[ $line == / ]] && { _files; return }
        found+=("${line%% *}")
        told+=("$line")
    done
    compadd -V cstoref -l -d told -a found
}
if [[ $funcstack[1] == _cstoref ]]; then _cstoref "$@"; else compdef _cstoref cstoref; fi
""",
    "fish": """\
# cstoref: completion for fish. In ~/.config/fish/config.fish: cstoref completion fish | source
function __cstoref_complete
    set -l found (cstoref completion -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null)
    if test "$found" = /
        __fish_complete_path (commandline -ct)
    else
        string replace ' ' \\t -- $found
    end
end
complete -c cstoref -f -k -a '(__cstoref_complete)'
""",
}
"""By the name of the shell."""
INSTALLED = {
    "bash": "share/bash-completion/completions/cstoref",
    "zsh": "share/zsh/site-functions/_cstoref",
    "fish": "share/fish/vendor_completions.d/cstoref.fish",
}
"""Where each shell looks for such a file, below the folder in which programs are installed."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `completion`."""
    parser.add_argument("shell", choices=SCRIPTS, help="print the lines for this shell")


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `completion`."""
    lines(SCRIPTS[options.shell].splitlines())
    return FOUND
