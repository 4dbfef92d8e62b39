# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_tillwatch_global_optspecs
    string join \n config= now= commit format= exit-zero exit-style= q/quiet v/verbose color= h/help V/version
end

function __fish_tillwatch_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_tillwatch_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_tillwatch_using_subcommand
    set -l cmd (__fish_tillwatch_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c tillwatch -n "__fish_tillwatch_needs_command" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_needs_command" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_needs_command" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_needs_command" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_needs_command" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_needs_command" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -f -a "init" -d 'Write a new project'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -f -a "check" -d 'Validate everything of a project: configuration, queries, rules and their tests, templates and jobs'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -f -a "config" -d 'Show the configuration\'s schema'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -f -a "schedule" -d 'Show when the jobs run, or print them for cron or systemd'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -f -a "query" -d 'Run a query and print its result'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -f -a "probe" -d 'Probe targets: whether they answer rightly, how fast, and if not, why not'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -f -a "heartbeat-check" -d 'Tell which stores are up by their heartbeats'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -f -a "heartbeat" -d 'Send heartbeats'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -f -a "evaluate-alerts" -d 'Evaluate the alert rules and tell who must know'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -f -a "alerts" -d 'Look at alerts'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -f -a "incident" -d 'Look at incidents and act on them: acknowledge, note, escalate, resolve'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -f -a "event" -d 'Record that something happened, and tell whoever a route says'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -f -a "audit" -d 'Look at what was done by hand, and by whom'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -f -a "on-call" -d 'List who is on call, and when the next hand-over is'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -f -a "rules" -d 'Look at the alert rules in force and test them'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -f -a "report" -d 'Render a report: print it, write it, send it, open it'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -f -a "dashboard" -d 'Look at dashboards: list them, or write them as files'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -f -a "pir" -d 'Draft post-incident reviews and hold them to their limits'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -f -a "logs" -d 'Ship log files, see how far they are, and look at the lines that arrived'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -f -a "metric" -d 'Push metrics, and see what waits to be pushed'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -f -a "baseline" -d 'Learn what is usual, hour by hour of the week, and look at it'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -f -a "serve" -d 'Receive heartbeats, metrics and logs over HTTP, and show dashboards'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -f -a "db" -d 'Look after the own databases'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -f -a "tokens" -d 'Make, list and revoke tokens for the receiver'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -f -a "demo" -d 'Show all of it at work on a made-up chain of six stores'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -f -a "generate" -d 'Write man pages or shell completions into a folder, for packages'
complete -c tillwatch -n "__fish_tillwatch_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand init" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand init" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand init" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand init" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand init" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand init" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand init" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand init" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand init" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand init" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand init" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand check" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand check" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand check" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand check" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand check" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand check" -l coverage -d 'List the metrics, targets and stores that no rule watches, if there is no mistake'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand check" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand check" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand check" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand check" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand check" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand config; and not __fish_seen_subcommand_from schema help" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand config; and not __fish_seen_subcommand_from schema help" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand config; and not __fish_seen_subcommand_from schema help" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand config; and not __fish_seen_subcommand_from schema help" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand config; and not __fish_seen_subcommand_from schema help" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand config; and not __fish_seen_subcommand_from schema help" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand config; and not __fish_seen_subcommand_from schema help" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand config; and not __fish_seen_subcommand_from schema help" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand config; and not __fish_seen_subcommand_from schema help" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand config; and not __fish_seen_subcommand_from schema help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand config; and not __fish_seen_subcommand_from schema help" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand config; and not __fish_seen_subcommand_from schema help" -f -a "schema" -d 'Print the JSON Schema of tillwatch.toml, with which editors complete and check its keys'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand config; and not __fish_seen_subcommand_from schema help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand config; and __fish_seen_subcommand_from schema" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand config; and __fish_seen_subcommand_from schema" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand config; and __fish_seen_subcommand_from schema" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand config; and __fish_seen_subcommand_from schema" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand config; and __fish_seen_subcommand_from schema" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand config; and __fish_seen_subcommand_from schema" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand config; and __fish_seen_subcommand_from schema" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand config; and __fish_seen_subcommand_from schema" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand config; and __fish_seen_subcommand_from schema" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand config; and __fish_seen_subcommand_from schema" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand config; and __fish_seen_subcommand_from schema" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "schema" -d 'Print the JSON Schema of tillwatch.toml, with which editors complete and check its keys'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and not __fish_seen_subcommand_from next print help" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and not __fish_seen_subcommand_from next print help" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and not __fish_seen_subcommand_from next print help" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and not __fish_seen_subcommand_from next print help" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and not __fish_seen_subcommand_from next print help" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and not __fish_seen_subcommand_from next print help" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and not __fish_seen_subcommand_from next print help" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and not __fish_seen_subcommand_from next print help" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and not __fish_seen_subcommand_from next print help" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and not __fish_seen_subcommand_from next print help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and not __fish_seen_subcommand_from next print help" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and not __fish_seen_subcommand_from next print help" -f -a "next" -d 'List the next times of each job, in its own time zone'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and not __fish_seen_subcommand_from next print help" -f -a "print" -d 'Print the jobs as a crontab or as systemd units'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and not __fish_seen_subcommand_from next print help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from next" -l count -d 'How many times of each' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from next" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from next" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from next" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from next" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from next" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from next" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from next" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from next" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from next" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from next" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from next" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from print" -l as -d 'For whom' -r -f -a "crontab\t''
systemd\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from print" -l output -d 'Write files into this folder instead' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from print" -l program -d 'The program that the jobs run; this very one where absent' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from print" -l user -d 'Whom systemd runs the jobs as; root where absent' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from print" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from print" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from print" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from print" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from print" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from print" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from print" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from print" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from print" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from print" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from print" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from help" -f -a "next" -d 'List the next times of each job, in its own time zone'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from help" -f -a "print" -d 'Print the jobs as a crontab or as systemd units'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand schedule; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and not __fish_seen_subcommand_from list help" -l file -d 'A file that is in no catalogue' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and not __fish_seen_subcommand_from list help" -l sql -d 'One SELECT' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and not __fish_seen_subcommand_from list help" -l over -d 'The length of its window, which ends now; by default what the query says' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and not __fish_seen_subcommand_from list help" -l since -d 'Where its window begins: local time in the project\'s zone, or an instant with its offset' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and not __fish_seen_subcommand_from list help" -l until -d 'Where its window ends, in place of now; rows of this instant are not in it' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and not __fish_seen_subcommand_from list help" -s p -l param -d 'The value of a parameter that the query uses as :KEY' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and not __fish_seen_subcommand_from list help" -l source -d 'The source to run on: own, logs, or one of [sources]' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and not __fish_seen_subcommand_from list help" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and not __fish_seen_subcommand_from list help" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and not __fish_seen_subcommand_from list help" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and not __fish_seen_subcommand_from list help" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and not __fish_seen_subcommand_from list help" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and not __fish_seen_subcommand_from list help" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and not __fish_seen_subcommand_from list help" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and not __fish_seen_subcommand_from list help" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and not __fish_seen_subcommand_from list help" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and not __fish_seen_subcommand_from list help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and not __fish_seen_subcommand_from list help" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and not __fish_seen_subcommand_from list help" -a "list" -d 'List the catalogue'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and not __fish_seen_subcommand_from list help" -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and __fish_seen_subcommand_from list" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and __fish_seen_subcommand_from list" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and __fish_seen_subcommand_from list" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and __fish_seen_subcommand_from list" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and __fish_seen_subcommand_from list" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and __fish_seen_subcommand_from list" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and __fish_seen_subcommand_from list" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the catalogue'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand query; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand probe" -l every -d 'Probe again and again at this interval; needs --for' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand probe" -l for -d 'End before this long has passed; needs --every' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand probe" -l concurrency -d 'How many targets are probed at once' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand probe" -l status -d 'Statuses of a good answer, like 200-299,304 [default: 200-299]' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand probe" -l max-latency -d 'A slower answer is no good one' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand probe" -l expect-header -d 'A header of the answer and a regular expression that it must match; repeatable' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand probe" -l body-regex -d 'A regular expression that the body must match' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand probe" -l json -d 'A JSON pointer into the body and the value there, like /status=ok; repeatable' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand probe" -l method -d 'The method [default: GET]' -r -f -a "GET\t''
HEAD\t''
OPTIONS\t''
POST\t''
PUT\t''
DELETE\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand probe" -l header -d 'A header to send; a secret is written `env:NAME` or `file:PATH`; repeatable' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand probe" -l timeout -d 'For one attempt, from resolving the name to the last byte [default: 5s]' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand probe" -l retries -d 'Further attempts after a failed one [default: 0]' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand probe" -l redirects -d 'How many redirects are followed; 0: none [default: 10]' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand probe" -l ca-file -d 'PEM certificates to trust besides the system\'s' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand probe" -l cert-warning -d 'Warn when the certificate expires sooner; 0: never [default: 14d]' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand probe" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand probe" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand probe" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand probe" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand probe" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand probe" -s 4 -l ipv4 -d 'Use IPv4 only'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand probe" -s 6 -l ipv6 -d 'Use IPv6 only'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand probe" -l insecure -d 'Accept any certificate'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand probe" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand probe" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand probe" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand probe" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand probe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand probe" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat-check" -l store -d 'Only this store; repeat for more' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat-check" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat-check" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat-check" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat-check" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat-check" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat-check" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat-check" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat-check" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat-check" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat-check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat-check" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and not __fish_seen_subcommand_from send help" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and not __fish_seen_subcommand_from send help" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and not __fish_seen_subcommand_from send help" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and not __fish_seen_subcommand_from send help" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and not __fish_seen_subcommand_from send help" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and not __fish_seen_subcommand_from send help" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and not __fish_seen_subcommand_from send help" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and not __fish_seen_subcommand_from send help" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and not __fish_seen_subcommand_from send help" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and not __fish_seen_subcommand_from send help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and not __fish_seen_subcommand_from send help" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and not __fish_seen_subcommand_from send help" -f -a "send" -d 'Send a store\'s heartbeat'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and not __fish_seen_subcommand_from send help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and __fish_seen_subcommand_from send" -l store -d 'Whose; the only store where the configuration has just one' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and __fish_seen_subcommand_from send" -l app-version -d 'The version of its app' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and __fish_seen_subcommand_from send" -l process -d 'Only while a process of this name runs; exit 1 where none does. Linux only' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and __fish_seen_subcommand_from send" -l url -d 'The receiver\'s base address, instead of [push] url. What it cannot take is not kept' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and __fish_seen_subcommand_from send" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and __fish_seen_subcommand_from send" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and __fish_seen_subcommand_from send" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and __fish_seen_subcommand_from send" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and __fish_seen_subcommand_from send" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and __fish_seen_subcommand_from send" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and __fish_seen_subcommand_from send" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and __fish_seen_subcommand_from send" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and __fish_seen_subcommand_from send" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and __fish_seen_subcommand_from send" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and __fish_seen_subcommand_from send" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and __fish_seen_subcommand_from help" -f -a "send" -d 'Send a store\'s heartbeat'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand heartbeat; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand evaluate-alerts" -l deadline -d 'How long to go on sending, in seconds; what is left is the next run\'s' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand evaluate-alerts" -l textfile -d 'Write what tillwatch measures of itself into this file, for a text-file collector of Prometheus' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand evaluate-alerts" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand evaluate-alerts" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand evaluate-alerts" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand evaluate-alerts" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand evaluate-alerts" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand evaluate-alerts" -l dry-run -d 'Say what would change, and change nothing'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand evaluate-alerts" -l explain -d 'Say of every row of every rule what became of it, and why'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand evaluate-alerts" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand evaluate-alerts" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand evaluate-alerts" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand evaluate-alerts" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand evaluate-alerts" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand evaluate-alerts" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and not __fish_seen_subcommand_from list show history route silence outbox test help" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and not __fish_seen_subcommand_from list show history route silence outbox test help" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and not __fish_seen_subcommand_from list show history route silence outbox test help" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and not __fish_seen_subcommand_from list show history route silence outbox test help" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and not __fish_seen_subcommand_from list show history route silence outbox test help" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and not __fish_seen_subcommand_from list show history route silence outbox test help" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and not __fish_seen_subcommand_from list show history route silence outbox test help" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and not __fish_seen_subcommand_from list show history route silence outbox test help" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and not __fish_seen_subcommand_from list show history route silence outbox test help" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and not __fish_seen_subcommand_from list show history route silence outbox test help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and not __fish_seen_subcommand_from list show history route silence outbox test help" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and not __fish_seen_subcommand_from list show history route silence outbox test help" -f -a "list" -d 'List the alerts that are open, or were within a window'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and not __fish_seen_subcommand_from list show history route silence outbox test help" -f -a "show" -d 'Show one alert: why it is in its state, and why each message about it was or was not sent'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and not __fish_seen_subcommand_from list show history route silence outbox test help" -f -a "history" -d 'List how alerts went from state to state, newest first'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and not __fish_seen_subcommand_from list show history route silence outbox test help" -f -a "route" -d 'Say who would be told what, and when, of an alert with certain labels'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and not __fish_seen_subcommand_from list show history route silence outbox test help" -f -a "silence" -d 'Hold back what alerts have to say for a while: add, list and expire silences'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and not __fish_seen_subcommand_from list show history route silence outbox test help" -f -a "outbox" -d 'Look at the messages that wait or were given up, try them again or drop them'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and not __fish_seen_subcommand_from list show history route silence outbox test help" -f -a "test" -d 'Send a marked test message by a channel'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and not __fish_seen_subcommand_from list show history route silence outbox test help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from list" -l over -d 'Also alerts that ended within this time' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from list" -l state -d 'Only alerts in this state; of those that ended, all or those within --over' -r -f -a "pending\t''
firing\t''
ended\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from list" -l severity -d 'Only of this severity' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from list" -l rule -d 'Only of this rule' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from list" -l store -d 'Only of this store' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from list" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from list" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from list" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from list" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from list" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from list" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from list" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from show" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from show" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from show" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from show" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from show" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from show" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from show" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from history" -l over -d 'How far to look back' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from history" -l severity -d 'Only of this severity' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from history" -l rule -d 'Only of this rule' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from history" -l store -d 'Only of this store' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from history" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from history" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from history" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from history" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from history" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from history" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from history" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from history" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from history" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from history" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from history" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from route" -l event -d 'Of an event of this kind rather than an alert' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from route" -l rule -d 'As if this rule had raised it; that of the label alertname by default' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from route" -l at -d 'As if it began to fire then; now by default' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from route" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from route" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from route" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from route" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from route" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from route" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from route" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from route" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from route" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from route" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from route" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from silence" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from silence" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from silence" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from silence" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from silence" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from silence" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from silence" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from silence" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from silence" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from silence" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from silence" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from silence" -f -a "add" -d 'Hold back what matching alerts have to say, for a while and for a reason'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from silence" -f -a "list" -d 'List the silences that hold or are to come'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from silence" -f -a "query" -d 'List the silences that hold or are to come'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from silence" -f -a "expire" -d 'End silences now; what they held back and still fires is told at the next evaluate-alerts'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from silence" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from outbox" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from outbox" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from outbox" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from outbox" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from outbox" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from outbox" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from outbox" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from outbox" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from outbox" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from outbox" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from outbox" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from outbox" -f -a "list" -d 'List the messages that wait to be sent or were given up'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from outbox" -f -a "retry" -d 'Let messages that were given up be tried again, by the next `evaluate-alerts`'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from outbox" -f -a "drop" -d 'Drop messages that wait or were given up: they are not sent any more'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from outbox" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from test" -l to -d 'A contact, team or rotation, or an address; not needed by a channel with one destination of its own' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from test" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from test" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from test" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from test" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from test" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from test" -l dry-run -d 'Say who would be told, and send nothing'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from test" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from test" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from test" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from test" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from test" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from test" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the alerts that are open, or were within a window'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one alert: why it is in its state, and why each message about it was or was not sent'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from help" -f -a "history" -d 'List how alerts went from state to state, newest first'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from help" -f -a "route" -d 'Say who would be told what, and when, of an alert with certain labels'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from help" -f -a "silence" -d 'Hold back what alerts have to say for a while: add, list and expire silences'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from help" -f -a "outbox" -d 'Look at the messages that wait or were given up, try them again or drop them'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from help" -f -a "test" -d 'Send a marked test message by a channel'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand alerts; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and not __fish_seen_subcommand_from list show ack note severity escalate resolve help" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and not __fish_seen_subcommand_from list show ack note severity escalate resolve help" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and not __fish_seen_subcommand_from list show ack note severity escalate resolve help" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and not __fish_seen_subcommand_from list show ack note severity escalate resolve help" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and not __fish_seen_subcommand_from list show ack note severity escalate resolve help" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and not __fish_seen_subcommand_from list show ack note severity escalate resolve help" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and not __fish_seen_subcommand_from list show ack note severity escalate resolve help" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and not __fish_seen_subcommand_from list show ack note severity escalate resolve help" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and not __fish_seen_subcommand_from list show ack note severity escalate resolve help" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and not __fish_seen_subcommand_from list show ack note severity escalate resolve help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and not __fish_seen_subcommand_from list show ack note severity escalate resolve help" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and not __fish_seen_subcommand_from list show ack note severity escalate resolve help" -f -a "list" -d 'List the incidents that are open, or were within a window'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and not __fish_seen_subcommand_from list show ack note severity escalate resolve help" -f -a "show" -d 'Show one incident: its alerts, who was told, what people did, and what comes next'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and not __fish_seen_subcommand_from list show ack note severity escalate resolve help" -f -a "ack" -d 'Acknowledge incidents: somebody is at them'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and not __fish_seen_subcommand_from list show ack note severity escalate resolve help" -f -a "note" -d 'Write something down about incidents, open or ended'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and not __fish_seen_subcommand_from list show ack note severity escalate resolve help" -f -a "severity" -d 'Set an incident\'s severity by hand, or let its alerts decide again'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and not __fish_seen_subcommand_from list show ack note severity escalate resolve help" -f -a "escalate" -d 'Take the next step of an incident\'s escalation now, whoever has acknowledged it'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and not __fish_seen_subcommand_from list show ack note severity escalate resolve help" -f -a "resolve" -d 'Close incidents, though their alerts may still fire'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and not __fish_seen_subcommand_from list show ack note severity escalate resolve help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from list" -l over -d 'Also incidents that ended within this time' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from list" -l state -d 'Only incidents in this state; of those that ended, all or those within --over' -r -f -a "open\t''
acknowledged\t''
held\t''
ended\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from list" -l severity -d 'Only of this severity' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from list" -l rule -d 'Only of this rule' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from list" -l store -d 'Only of this store' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from list" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from list" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from list" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from list" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from list" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from list" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from list" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from show" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from show" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from show" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from show" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from show" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from show" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from show" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from ack" -l severity -d 'Only of this severity' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from ack" -l rule -d 'Only of this rule' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from ack" -l store -d 'Only of this store' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from ack" -l by -d 'Who acts' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from ack" -l comment -d 'What for' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from ack" -l for -d 'After how long it lapses; `ack_for` of `[routing]` by default, and never where that is absent' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from ack" -l until -d 'When it lapses' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from ack" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from ack" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from ack" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from ack" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from ack" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from ack" -l all -d 'All open incidents, or those that --severity, --rule and --store name'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from ack" -l dry-run -d 'Say what would be done, and do nothing'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from ack" -l undo -d 'Take the acknowledgement back: the escalation goes on'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from ack" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from ack" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from ack" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from ack" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from ack" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from ack" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from note" -l severity -d 'Only of this severity' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from note" -l rule -d 'Only of this rule' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from note" -l store -d 'Only of this store' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from note" -l by -d 'Who acts' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from note" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from note" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from note" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from note" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from note" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from note" -l all -d 'All open incidents, or those that --severity, --rule and --store name'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from note" -l dry-run -d 'Say what would be done, and do nothing'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from note" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from note" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from note" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from note" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from note" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from note" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from severity" -l by -d 'Who acts' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from severity" -l comment -d 'Why' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from severity" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from severity" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from severity" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from severity" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from severity" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from severity" -l dry-run -d 'Say what would be done, and do nothing'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from severity" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from severity" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from severity" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from severity" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from severity" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from severity" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from escalate" -l by -d 'Who acts' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from escalate" -l comment -d 'Why' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from escalate" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from escalate" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from escalate" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from escalate" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from escalate" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from escalate" -l dry-run -d 'Say what would be done, and do nothing'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from escalate" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from escalate" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from escalate" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from escalate" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from escalate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from escalate" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from resolve" -l severity -d 'Only of this severity' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from resolve" -l rule -d 'Only of this rule' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from resolve" -l store -d 'Only of this store' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from resolve" -l by -d 'Who acts' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from resolve" -l comment -d 'Why' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from resolve" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from resolve" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from resolve" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from resolve" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from resolve" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from resolve" -l all -d 'All open incidents, or those that --severity, --rule and --store name'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from resolve" -l dry-run -d 'Say what would be done, and do nothing'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from resolve" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from resolve" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from resolve" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from resolve" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from resolve" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from resolve" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the incidents that are open, or were within a window'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one incident: its alerts, who was told, what people did, and what comes next'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from help" -f -a "ack" -d 'Acknowledge incidents: somebody is at them'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from help" -f -a "note" -d 'Write something down about incidents, open or ended'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from help" -f -a "severity" -d 'Set an incident\'s severity by hand, or let its alerts decide again'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from help" -f -a "escalate" -d 'Take the next step of an incident\'s escalation now, whoever has acknowledged it'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from help" -f -a "resolve" -d 'Close incidents, though their alerts may still fire'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand incident; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and not __fish_seen_subcommand_from list help" -s l -l label -d 'A label, for routes and messages; may be given again' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and not __fish_seen_subcommand_from list help" -l version -d 'The label `version`: which one was deployed' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and not __fish_seen_subcommand_from list help" -l at -d 'When it happened; now, where absent' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and not __fish_seen_subcommand_from list help" -l by -d 'Who did it: becomes the label `by`, and an entry of the audit trail' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and not __fish_seen_subcommand_from list help" -l id -d 'A key of yours: an event of this kind and key that is on record is neither recorded nor told again' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and not __fish_seen_subcommand_from list help" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and not __fish_seen_subcommand_from list help" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and not __fish_seen_subcommand_from list help" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and not __fish_seen_subcommand_from list help" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and not __fish_seen_subcommand_from list help" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and not __fish_seen_subcommand_from list help" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and not __fish_seen_subcommand_from list help" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and not __fish_seen_subcommand_from list help" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and not __fish_seen_subcommand_from list help" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and not __fish_seen_subcommand_from list help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and not __fish_seen_subcommand_from list help" -a "list" -d 'List what happened, newest first'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and not __fish_seen_subcommand_from list help" -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and __fish_seen_subcommand_from list" -l over -d 'How far to look back' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and __fish_seen_subcommand_from list" -l kind -d 'Only events of this kind' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and __fish_seen_subcommand_from list" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and __fish_seen_subcommand_from list" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and __fish_seen_subcommand_from list" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and __fish_seen_subcommand_from list" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and __fish_seen_subcommand_from list" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and __fish_seen_subcommand_from list" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and __fish_seen_subcommand_from list" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and __fish_seen_subcommand_from help" -f -a "list" -d 'List what happened, newest first'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand event; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and not __fish_seen_subcommand_from list help" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and not __fish_seen_subcommand_from list help" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and not __fish_seen_subcommand_from list help" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and not __fish_seen_subcommand_from list help" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and not __fish_seen_subcommand_from list help" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and not __fish_seen_subcommand_from list help" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and not __fish_seen_subcommand_from list help" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and not __fish_seen_subcommand_from list help" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and not __fish_seen_subcommand_from list help" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and not __fish_seen_subcommand_from list help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and not __fish_seen_subcommand_from list help" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and not __fish_seen_subcommand_from list help" -f -a "list" -d 'List acknowledgements, silences, changed severities and the like, newest first'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and not __fish_seen_subcommand_from list help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and __fish_seen_subcommand_from list" -l over -d 'How far to look back' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and __fish_seen_subcommand_from list" -l subject -d 'Only what was done to this: `incident:12`, `silence:3`, `event:5`' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and __fish_seen_subcommand_from list" -l actor -d 'Only what this person did' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and __fish_seen_subcommand_from list" -l action -d 'Only what was done in this way: `ack`, `silence`, …' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and __fish_seen_subcommand_from list" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and __fish_seen_subcommand_from list" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and __fish_seen_subcommand_from list" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and __fish_seen_subcommand_from list" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and __fish_seen_subcommand_from list" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and __fish_seen_subcommand_from list" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and __fish_seen_subcommand_from list" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "list" -d 'List acknowledgements, silences, changed severities and the like, newest first'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand on-call" -l days -d 'Also list who comes on call within so many days' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand on-call" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand on-call" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand on-call" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand on-call" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand on-call" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand on-call" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand on-call" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand on-call" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand on-call" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand on-call" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand on-call" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and not __fish_seen_subcommand_from list show test help" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and not __fish_seen_subcommand_from list show test help" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and not __fish_seen_subcommand_from list show test help" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and not __fish_seen_subcommand_from list show test help" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and not __fish_seen_subcommand_from list show test help" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and not __fish_seen_subcommand_from list show test help" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and not __fish_seen_subcommand_from list show test help" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and not __fish_seen_subcommand_from list show test help" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and not __fish_seen_subcommand_from list show test help" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and not __fish_seen_subcommand_from list show test help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and not __fish_seen_subcommand_from list show test help" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and not __fish_seen_subcommand_from list show test help" -f -a "list" -d 'List the rules in force: the profile\'s and the project\'s own'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and not __fish_seen_subcommand_from list show test help" -f -a "show" -d 'Show one rule as it is in force, and where it stands'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and not __fish_seen_subcommand_from list show test help" -f -a "test" -d 'Test the rules: rows over time, and the alerts and messages that are to follow'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and not __fish_seen_subcommand_from list show test help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from list" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from list" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from list" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from list" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from list" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from list" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from list" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from show" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from show" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from show" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from show" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from show" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from show" -l runbook -d 'Print its runbook instead'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from show" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from show" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from test" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from test" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from test" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from test" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from test" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from test" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from test" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from test" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from test" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from test" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from test" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the rules in force: the profile\'s and the project\'s own'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one rule as it is in force, and where it stands'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from help" -f -a "test" -d 'Test the rules: rows over time, and the alerts and messages that are to follow'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand rules; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and not __fish_seen_subcommand_from list show help" -l date -d 'The day, the last of the seven days, or a day of the month; by default today so far, or the last full week or month' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and not __fish_seen_subcommand_from list show help" -l store -d 'One store only' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and not __fish_seen_subcommand_from list show help" -s o -l output -d 'Write to a file and print nothing' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and not __fish_seen_subcommand_from list show help" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and not __fish_seen_subcommand_from list show help" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and not __fish_seen_subcommand_from list show help" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and not __fish_seen_subcommand_from list show help" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and not __fish_seen_subcommand_from list show help" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and not __fish_seen_subcommand_from list show help" -l bom -d 'Begin CSV with a byte order mark, by which Excel knows that it is UTF-8'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and not __fish_seen_subcommand_from list show help" -l open -d 'Open it as a page in the browser: `$BROWSER`, or the system\'s own'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and not __fish_seen_subcommand_from list show help" -l send -d 'Tell whoever the report or [report] names, instead of printing it: by mail in full, in Slack in short'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and not __fish_seen_subcommand_from list show help" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and not __fish_seen_subcommand_from list show help" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and not __fish_seen_subcommand_from list show help" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and not __fish_seen_subcommand_from list show help" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and not __fish_seen_subcommand_from list show help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and not __fish_seen_subcommand_from list show help" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and not __fish_seen_subcommand_from list show help" -a "list" -d 'List the reports that there are: those shipped, and those of the project\'s templates/reports'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and not __fish_seen_subcommand_from list show help" -a "show" -d 'Print a report\'s definition: what to begin one of your own with'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and not __fish_seen_subcommand_from list show help" -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and __fish_seen_subcommand_from list" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and __fish_seen_subcommand_from list" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and __fish_seen_subcommand_from list" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and __fish_seen_subcommand_from list" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and __fish_seen_subcommand_from list" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and __fish_seen_subcommand_from list" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and __fish_seen_subcommand_from list" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and __fish_seen_subcommand_from show" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and __fish_seen_subcommand_from show" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and __fish_seen_subcommand_from show" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and __fish_seen_subcommand_from show" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and __fish_seen_subcommand_from show" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and __fish_seen_subcommand_from show" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and __fish_seen_subcommand_from show" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the reports that there are: those shipped, and those of the project\'s templates/reports'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and __fish_seen_subcommand_from help" -f -a "show" -d 'Print a report\'s definition: what to begin one of your own with'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand report; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and not __fish_seen_subcommand_from list render help" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and not __fish_seen_subcommand_from list render help" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and not __fish_seen_subcommand_from list render help" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and not __fish_seen_subcommand_from list render help" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and not __fish_seen_subcommand_from list render help" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and not __fish_seen_subcommand_from list render help" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and not __fish_seen_subcommand_from list render help" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and not __fish_seen_subcommand_from list render help" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and not __fish_seen_subcommand_from list render help" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and not __fish_seen_subcommand_from list render help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and not __fish_seen_subcommand_from list render help" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and not __fish_seen_subcommand_from list render help" -f -a "list" -d 'List the dashboards, and where `serve` shows them'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and not __fish_seen_subcommand_from list render help" -f -a "render" -d 'Write every dashboard, and a page for each store, as files'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and not __fish_seen_subcommand_from list render help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and __fish_seen_subcommand_from list" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and __fish_seen_subcommand_from list" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and __fish_seen_subcommand_from list" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and __fish_seen_subcommand_from list" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and __fish_seen_subcommand_from list" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and __fish_seen_subcommand_from list" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and __fish_seen_subcommand_from list" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and __fish_seen_subcommand_from render" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and __fish_seen_subcommand_from render" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and __fish_seen_subcommand_from render" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and __fish_seen_subcommand_from render" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and __fish_seen_subcommand_from render" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and __fish_seen_subcommand_from render" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and __fish_seen_subcommand_from render" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and __fish_seen_subcommand_from render" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and __fish_seen_subcommand_from render" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and __fish_seen_subcommand_from render" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and __fish_seen_subcommand_from render" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the dashboards, and where `serve` shows them'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and __fish_seen_subcommand_from help" -f -a "render" -d 'Write every dashboard, and a page for each store, as files'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand dashboard; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and not __fish_seen_subcommand_from new refresh note list check actions export help" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and not __fish_seen_subcommand_from new refresh note list check actions export help" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and not __fish_seen_subcommand_from new refresh note list check actions export help" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and not __fish_seen_subcommand_from new refresh note list check actions export help" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and not __fish_seen_subcommand_from new refresh note list check actions export help" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and not __fish_seen_subcommand_from new refresh note list check actions export help" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and not __fish_seen_subcommand_from new refresh note list check actions export help" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and not __fish_seen_subcommand_from new refresh note list check actions export help" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and not __fish_seen_subcommand_from new refresh note list check actions export help" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and not __fish_seen_subcommand_from new refresh note list check actions export help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and not __fish_seen_subcommand_from new refresh note list check actions export help" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and not __fish_seen_subcommand_from new refresh note list check actions export help" -f -a "new" -d 'Draft a review from what is on record: header, timeline and impact'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and not __fish_seen_subcommand_from new refresh note list check actions export help" -f -a "refresh" -d 'Bring the generated blocks of a review up to date with what is on record'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and not __fish_seen_subcommand_from new refresh note list check actions export help" -f -a "note" -d 'Add a line to a review\'s timeline, with the time and who says it'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and not __fish_seen_subcommand_from new refresh note list check actions export help" -f -a "list" -d 'List the reviews: how far each is, until when it is to be finished, and how many of its actions are open'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and not __fish_seen_subcommand_from new refresh note list check actions export help" -f -a "check" -d 'Say what is left to do in reviews: words, actions, and what is wrong with them'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and not __fish_seen_subcommand_from new refresh note list check actions export help" -f -a "actions" -d 'List what reviews say is to be done, the longest overdue first: open actions, by whom and until when'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and not __fish_seen_subcommand_from new refresh note list check actions export help" -f -a "export" -d 'Give a review to readers: one HTML page with its charts, Markdown without markers, or JSON'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and not __fish_seen_subcommand_from new refresh note list check actions export help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from new" -l from-alert -d 'The episode of this alert, as `alerts list` numbers it' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from new" -l from-incident -d 'This incident, as `incident list` numbers it' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from new" -l since -d 'From this time on: RFC 3339, or local time in the project\'s zone' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from new" -l until -d 'Up to this time' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from new" -l store -d 'Only this store, and what concerns all' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from new" -s o -l output -d 'Where to write it; `-` is stdout' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from new" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from new" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from new" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from new" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from new" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from new" -l again -d 'Draft it even though a review of the same is there'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from new" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from new" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from new" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from refresh" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from refresh" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from refresh" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from refresh" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from refresh" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from refresh" -l force -d 'Also rewrite blocks that somebody has edited'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from refresh" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from refresh" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from refresh" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from refresh" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from refresh" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from refresh" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from note" -l by -d 'Who says it' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from note" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from note" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from note" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from note" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from note" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from note" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from note" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from note" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from note" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from note" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from note" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from list" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from list" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from list" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from list" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from list" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from list" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from list" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from check" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from check" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from check" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from check" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from check" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from check" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from check" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from check" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from check" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from actions" -l owner -d 'Only those of this owner, whatever the case' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from actions" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from actions" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from actions" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from actions" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from actions" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from actions" -l overdue -d 'Only those that are overdue'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from actions" -l all -d 'Also those that are done'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from actions" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from actions" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from actions" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from actions" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from actions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from actions" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from export" -s o -l output -d 'Where to write it; stdout by default' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from export" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from export" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from export" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from export" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from export" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from export" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from export" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from export" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from help" -f -a "new" -d 'Draft a review from what is on record: header, timeline and impact'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from help" -f -a "refresh" -d 'Bring the generated blocks of a review up to date with what is on record'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from help" -f -a "note" -d 'Add a line to a review\'s timeline, with the time and who says it'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the reviews: how far each is, until when it is to be finished, and how many of its actions are open'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from help" -f -a "check" -d 'Say what is left to do in reviews: words, actions, and what is wrong with them'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from help" -f -a "actions" -d 'List what reviews say is to be done, the longest overdue first: open actions, by whom and until when'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from help" -f -a "export" -d 'Give a review to readers: one HTML page with its charts, Markdown without markers, or JSON'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand pir; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and not __fish_seen_subcommand_from ship status deadletter ingest search stats help" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and not __fish_seen_subcommand_from ship status deadletter ingest search stats help" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and not __fish_seen_subcommand_from ship status deadletter ingest search stats help" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and not __fish_seen_subcommand_from ship status deadletter ingest search stats help" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and not __fish_seen_subcommand_from ship status deadletter ingest search stats help" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and not __fish_seen_subcommand_from ship status deadletter ingest search stats help" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and not __fish_seen_subcommand_from ship status deadletter ingest search stats help" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and not __fish_seen_subcommand_from ship status deadletter ingest search stats help" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and not __fish_seen_subcommand_from ship status deadletter ingest search stats help" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and not __fish_seen_subcommand_from ship status deadletter ingest search stats help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and not __fish_seen_subcommand_from ship status deadletter ingest search stats help" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and not __fish_seen_subcommand_from ship status deadletter ingest search stats help" -f -a "ship" -d 'Send what is new in log files to their receivers, once each line'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and not __fish_seen_subcommand_from ship status deadletter ingest search stats help" -f -a "status" -d 'Show how far each file has been shipped; `lag` is the bytes that have not, `lines_left` the whole lines among them'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and not __fish_seen_subcommand_from ship status deadletter ingest search stats help" -f -a "deadletter" -d 'Look at the lines that a receiver refused for good, send them once more or drop them'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and not __fish_seen_subcommand_from ship status deadletter ingest search stats help" -f -a "ingest" -d 'Put log lines into the own logs database, as `serve` does with what it is sent'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and not __fish_seen_subcommand_from ship status deadletter ingest search stats help" -f -a "search" -d 'Search the stored log lines, newest first'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and not __fish_seen_subcommand_from ship status deadletter ingest search stats help" -f -a "stats" -d 'Count the stored log lines'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and not __fish_seen_subcommand_from ship status deadletter ingest search stats help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from ship" -l from -d 'Where to begin in files that were never seen' -r -f -a "start\t'With its first line'
end\t'With the first line written from now on'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from ship" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from ship" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from ship" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from ship" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from ship" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from ship" -l dry-run -d 'Show what would go, and send and keep nothing'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from ship" -l no-splay -d 'Begin at once, whatever [[ship]] splay says'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from ship" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from ship" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from ship" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from ship" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from ship" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from ship" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from status" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from status" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from status" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from status" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from status" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from status" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from status" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from status" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from deadletter" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from deadletter" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from deadletter" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from deadletter" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from deadletter" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from deadletter" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from deadletter" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from deadletter" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from deadletter" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from deadletter" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from deadletter" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from deadletter" -f -a "list" -d 'List the lines that receivers refused for good'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from deadletter" -f -a "show" -d 'Show a line that a receiver refused, as it was sent: redacted, and cut where it was too long'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from deadletter" -f -a "retry" -d 'Send refused lines once more, under the ids that they had; those that are taken are dead letters no more'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from deadletter" -f -a "drop" -d 'Delete refused lines; they are not sent any more'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from deadletter" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from ingest" -l store -d 'The store whose lines they are; it outweighs their own' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from ingest" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from ingest" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from ingest" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from ingest" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from ingest" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from ingest" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from ingest" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from ingest" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from ingest" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from ingest" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from ingest" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from search" -l since -d 'From this time on: RFC 3339, local time in the project\'s zone, or so long ago (2h)' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from search" -l until -d 'Up to this time, which is not included' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from search" -l level -d 'Only lines of this level and above. A line without one counts as info' -r -f -a "debug\t''
info\t''
warn\t''
error\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from search" -l store -d 'Only lines of this store' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from search" -l event -d 'Only lines of this event' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from search" -l limit -d 'So many lines at most' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from search" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from search" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from search" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from search" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from search" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from search" -l oldest -d 'The oldest first'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from search" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from search" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from search" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from search" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from search" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from search" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from stats" -l by -d 'What to count by' -r -f -a "level\t''
store\t''
event\t''
hour\t''
day\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from stats" -l since -d 'From this time on: RFC 3339, local time in the project\'s zone, or so long ago (2h)' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from stats" -l until -d 'Up to this time, which is not included' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from stats" -l level -d 'Only lines of this level and above. A line without one counts as info' -r -f -a "debug\t''
info\t''
warn\t''
error\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from stats" -l store -d 'Only lines of this store' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from stats" -l event -d 'Only lines of this event' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from stats" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from stats" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from stats" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from stats" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from stats" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from stats" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from stats" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from stats" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from stats" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from stats" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from stats" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from help" -f -a "ship" -d 'Send what is new in log files to their receivers, once each line'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from help" -f -a "status" -d 'Show how far each file has been shipped; `lag` is the bytes that have not, `lines_left` the whole lines among them'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from help" -f -a "deadletter" -d 'Look at the lines that a receiver refused for good, send them once more or drop them'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from help" -f -a "ingest" -d 'Put log lines into the own logs database, as `serve` does with what it is sent'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from help" -f -a "search" -d 'Search the stored log lines, newest first'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from help" -f -a "stats" -d 'Count the stored log lines'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand logs; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and not __fish_seen_subcommand_from push spool help" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and not __fish_seen_subcommand_from push spool help" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and not __fish_seen_subcommand_from push spool help" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and not __fish_seen_subcommand_from push spool help" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and not __fish_seen_subcommand_from push spool help" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and not __fish_seen_subcommand_from push spool help" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and not __fish_seen_subcommand_from push spool help" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and not __fish_seen_subcommand_from push spool help" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and not __fish_seen_subcommand_from push spool help" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and not __fish_seen_subcommand_from push spool help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and not __fish_seen_subcommand_from push spool help" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and not __fish_seen_subcommand_from push spool help" -f -a "push" -d 'Push one value, lines from stdin, a query\'s result, or a program\'s memory and CPU'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and not __fish_seen_subcommand_from push spool help" -f -a "spool" -d 'See, send or drop what could not be pushed yet'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and not __fish_seen_subcommand_from push spool help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from push" -s l -l label -d 'A label of the value, or of the program; repeat for more' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from push" -l at -d 'When the value was measured; now where absent' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from push" -l query -d 'Push the values that a query of the catalogue has now' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from push" -l process -d 'Push `app_memory_usage_mb` and `app_cpu_usage_percentage` of the processes that have this name, all together: resident memory, and the share of one processor over one second. Linux only' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from push" -l over -d 'The length of the query\'s window; by default what the query says' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from push" -l url -d 'The receiver\'s base address, instead of [push] url; `pushgateway+http://…` and `remote_write+http://…` name its kind. What it cannot take is not kept' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from push" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from push" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from push" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from push" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from push" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from push" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from push" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from push" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from push" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from push" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from push" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from spool" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from spool" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from spool" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from spool" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from spool" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from spool" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from spool" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from spool" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from spool" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from spool" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from spool" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from spool" -f -a "list" -d 'List what waits, oldest first: a line for what one request carries'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from spool" -f -a "flush" -d 'Send what waits to the receiver of [push] now, which every push does first'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from spool" -f -a "drop" -d 'Drop what waits, unsent'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from spool" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from help" -f -a "push" -d 'Push one value, lines from stdin, a query\'s result, or a program\'s memory and CPU'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from help" -f -a "spool" -d 'See, send or drop what could not be pushed yet'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand metric; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and not __fish_seen_subcommand_from refresh show help" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and not __fish_seen_subcommand_from refresh show help" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and not __fish_seen_subcommand_from refresh show help" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and not __fish_seen_subcommand_from refresh show help" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and not __fish_seen_subcommand_from refresh show help" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and not __fish_seen_subcommand_from refresh show help" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and not __fish_seen_subcommand_from refresh show help" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and not __fish_seen_subcommand_from refresh show help" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and not __fish_seen_subcommand_from refresh show help" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and not __fish_seen_subcommand_from refresh show help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and not __fish_seen_subcommand_from refresh show help" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and not __fish_seen_subcommand_from refresh show help" -f -a "refresh" -d 'Learn every baseline anew from what was recorded'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and not __fish_seen_subcommand_from refresh show help" -f -a "show" -d 'Show what is usual for a metric'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and not __fish_seen_subcommand_from refresh show help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and __fish_seen_subcommand_from refresh" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and __fish_seen_subcommand_from refresh" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and __fish_seen_subcommand_from refresh" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and __fish_seen_subcommand_from refresh" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and __fish_seen_subcommand_from refresh" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and __fish_seen_subcommand_from refresh" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and __fish_seen_subcommand_from refresh" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and __fish_seen_subcommand_from refresh" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and __fish_seen_subcommand_from refresh" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and __fish_seen_subcommand_from refresh" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and __fish_seen_subcommand_from refresh" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and __fish_seen_subcommand_from show" -l store -d 'Only this store' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and __fish_seen_subcommand_from show" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and __fish_seen_subcommand_from show" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and __fish_seen_subcommand_from show" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and __fish_seen_subcommand_from show" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and __fish_seen_subcommand_from show" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and __fish_seen_subcommand_from show" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and __fish_seen_subcommand_from show" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and __fish_seen_subcommand_from help" -f -a "refresh" -d 'Learn every baseline anew from what was recorded'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show what is usual for a metric'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand baseline; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand serve" -l listen -d 'The address to listen on; port 0 takes a free one' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand serve" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand serve" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand serve" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand serve" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand serve" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand serve" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand serve" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand serve" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand serve" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand serve" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand serve" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and not __fish_seen_subcommand_from prune check help" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and not __fish_seen_subcommand_from prune check help" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and not __fish_seen_subcommand_from prune check help" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and not __fish_seen_subcommand_from prune check help" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and not __fish_seen_subcommand_from prune check help" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and not __fish_seen_subcommand_from prune check help" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and not __fish_seen_subcommand_from prune check help" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and not __fish_seen_subcommand_from prune check help" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and not __fish_seen_subcommand_from prune check help" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and not __fish_seen_subcommand_from prune check help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and not __fish_seen_subcommand_from prune check help" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and not __fish_seen_subcommand_from prune check help" -f -a "prune" -d 'Delete rows that are older than [retention] keeps them, and give their space back'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and not __fish_seen_subcommand_from prune check help" -f -a "check" -d 'See whether the own databases are whole'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and not __fish_seen_subcommand_from prune check help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and __fish_seen_subcommand_from prune" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and __fish_seen_subcommand_from prune" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and __fish_seen_subcommand_from prune" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and __fish_seen_subcommand_from prune" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and __fish_seen_subcommand_from prune" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and __fish_seen_subcommand_from prune" -l dry-run -d 'Only count what would go'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and __fish_seen_subcommand_from prune" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and __fish_seen_subcommand_from prune" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and __fish_seen_subcommand_from prune" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and __fish_seen_subcommand_from prune" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and __fish_seen_subcommand_from prune" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and __fish_seen_subcommand_from prune" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and __fish_seen_subcommand_from check" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and __fish_seen_subcommand_from check" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and __fish_seen_subcommand_from check" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and __fish_seen_subcommand_from check" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and __fish_seen_subcommand_from check" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and __fish_seen_subcommand_from check" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and __fish_seen_subcommand_from check" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and __fish_seen_subcommand_from check" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and __fish_seen_subcommand_from check" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and __fish_seen_subcommand_from help" -f -a "prune" -d 'Delete rows that are older than [retention] keeps them, and give their space back'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and __fish_seen_subcommand_from help" -f -a "check" -d 'See whether the own databases are whole'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand db; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and not __fish_seen_subcommand_from create list revoke help" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and not __fish_seen_subcommand_from create list revoke help" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and not __fish_seen_subcommand_from create list revoke help" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and not __fish_seen_subcommand_from create list revoke help" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and not __fish_seen_subcommand_from create list revoke help" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and not __fish_seen_subcommand_from create list revoke help" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and not __fish_seen_subcommand_from create list revoke help" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and not __fish_seen_subcommand_from create list revoke help" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and not __fish_seen_subcommand_from create list revoke help" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and not __fish_seen_subcommand_from create list revoke help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and not __fish_seen_subcommand_from create list revoke help" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and not __fish_seen_subcommand_from create list revoke help" -f -a "create" -d 'Make a token and print it, this once'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and not __fish_seen_subcommand_from create list revoke help" -f -a "list" -d 'List tokens, without what they are'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and not __fish_seen_subcommand_from create list revoke help" -f -a "revoke" -d 'Make a token good for nothing; a running `serve` refuses it within seconds'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and not __fish_seen_subcommand_from create list revoke help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from create" -l scope -d 'What it is good for' -r -f -a "ingest\t'Send heartbeats, metrics and logs, of one store or of all'
view\t'Look at the dashboards, and read `/metrics`'
operate\t'Act on incidents, and look'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from create" -l store -d 'The only store that it may send for; without one it sends for all' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from create" -l name -d 'What it is for, in your words' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from create" -l expires -d 'For how long it is good; until it is revoked where absent' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from create" -l by -d 'Who makes it' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from create" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from create" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from create" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from create" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from create" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from create" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from create" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from create" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from list" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from list" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from list" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from list" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from list" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from list" -l all -d 'Those too that have expired or are revoked'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from list" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from list" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -l by -d 'Who revokes it' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from help" -f -a "create" -d 'Make a token and print it, this once'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from help" -f -a "list" -d 'List tokens, without what they are'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from help" -f -a "revoke" -d 'Make a token good for nothing; a running `serve` refuses it within seconds'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand tokens; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand demo" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand demo" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand demo" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand demo" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand demo" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand demo" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand demo" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand demo" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand demo" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand demo" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand demo" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand generate" -l config -d 'The project\'s tillwatch.toml; by default the nearest one in this folder or above' -r -F
complete -c tillwatch -n "__fish_tillwatch_using_subcommand generate" -l now -d 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do' -r
complete -c tillwatch -n "__fish_tillwatch_using_subcommand generate" -l format -d 'How to print data' -r -f -a "table\t''
json\t''
csv\t''
markdown\t''
text\t''
html\t''
nagios\t''
junit\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand generate" -l exit-style -d 'Which convention the exit code follows' -r -f -a "default\t'0 well, 1 unwell, 2 usage, 3 incomplete, 4 held by another run'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line with perfdata'"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand generate" -l color -d 'Whether to colour' -r -f -a "auto\t'When stdout is a terminal and `NO_COLOR` is not set'
always\t''
never\t''"
complete -c tillwatch -n "__fish_tillwatch_using_subcommand generate" -l commit -d 'With --now: keep state all the same'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand generate" -l exit-zero -d 'Exit 0 where something watched is not well'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand generate" -s q -l quiet -d 'Say nothing on stderr but errors and warnings'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand generate" -s v -l verbose -d 'Say more on stderr; repeat for more still'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand generate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand generate" -s V -l version -d 'Print version'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and not __fish_seen_subcommand_from init check config schedule query probe heartbeat-check heartbeat evaluate-alerts alerts incident event audit on-call rules report dashboard pir logs metric baseline serve db tokens demo generate help" -f -a "init" -d 'Write a new project'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and not __fish_seen_subcommand_from init check config schedule query probe heartbeat-check heartbeat evaluate-alerts alerts incident event audit on-call rules report dashboard pir logs metric baseline serve db tokens demo generate help" -f -a "check" -d 'Validate everything of a project: configuration, queries, rules and their tests, templates and jobs'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and not __fish_seen_subcommand_from init check config schedule query probe heartbeat-check heartbeat evaluate-alerts alerts incident event audit on-call rules report dashboard pir logs metric baseline serve db tokens demo generate help" -f -a "config" -d 'Show the configuration\'s schema'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and not __fish_seen_subcommand_from init check config schedule query probe heartbeat-check heartbeat evaluate-alerts alerts incident event audit on-call rules report dashboard pir logs metric baseline serve db tokens demo generate help" -f -a "schedule" -d 'Show when the jobs run, or print them for cron or systemd'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and not __fish_seen_subcommand_from init check config schedule query probe heartbeat-check heartbeat evaluate-alerts alerts incident event audit on-call rules report dashboard pir logs metric baseline serve db tokens demo generate help" -f -a "query" -d 'Run a query and print its result'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and not __fish_seen_subcommand_from init check config schedule query probe heartbeat-check heartbeat evaluate-alerts alerts incident event audit on-call rules report dashboard pir logs metric baseline serve db tokens demo generate help" -f -a "probe" -d 'Probe targets: whether they answer rightly, how fast, and if not, why not'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and not __fish_seen_subcommand_from init check config schedule query probe heartbeat-check heartbeat evaluate-alerts alerts incident event audit on-call rules report dashboard pir logs metric baseline serve db tokens demo generate help" -f -a "heartbeat-check" -d 'Tell which stores are up by their heartbeats'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and not __fish_seen_subcommand_from init check config schedule query probe heartbeat-check heartbeat evaluate-alerts alerts incident event audit on-call rules report dashboard pir logs metric baseline serve db tokens demo generate help" -f -a "heartbeat" -d 'Send heartbeats'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and not __fish_seen_subcommand_from init check config schedule query probe heartbeat-check heartbeat evaluate-alerts alerts incident event audit on-call rules report dashboard pir logs metric baseline serve db tokens demo generate help" -f -a "evaluate-alerts" -d 'Evaluate the alert rules and tell who must know'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and not __fish_seen_subcommand_from init check config schedule query probe heartbeat-check heartbeat evaluate-alerts alerts incident event audit on-call rules report dashboard pir logs metric baseline serve db tokens demo generate help" -f -a "alerts" -d 'Look at alerts'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and not __fish_seen_subcommand_from init check config schedule query probe heartbeat-check heartbeat evaluate-alerts alerts incident event audit on-call rules report dashboard pir logs metric baseline serve db tokens demo generate help" -f -a "incident" -d 'Look at incidents and act on them: acknowledge, note, escalate, resolve'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and not __fish_seen_subcommand_from init check config schedule query probe heartbeat-check heartbeat evaluate-alerts alerts incident event audit on-call rules report dashboard pir logs metric baseline serve db tokens demo generate help" -f -a "event" -d 'Record that something happened, and tell whoever a route says'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and not __fish_seen_subcommand_from init check config schedule query probe heartbeat-check heartbeat evaluate-alerts alerts incident event audit on-call rules report dashboard pir logs metric baseline serve db tokens demo generate help" -f -a "audit" -d 'Look at what was done by hand, and by whom'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and not __fish_seen_subcommand_from init check config schedule query probe heartbeat-check heartbeat evaluate-alerts alerts incident event audit on-call rules report dashboard pir logs metric baseline serve db tokens demo generate help" -f -a "on-call" -d 'List who is on call, and when the next hand-over is'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and not __fish_seen_subcommand_from init check config schedule query probe heartbeat-check heartbeat evaluate-alerts alerts incident event audit on-call rules report dashboard pir logs metric baseline serve db tokens demo generate help" -f -a "rules" -d 'Look at the alert rules in force and test them'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and not __fish_seen_subcommand_from init check config schedule query probe heartbeat-check heartbeat evaluate-alerts alerts incident event audit on-call rules report dashboard pir logs metric baseline serve db tokens demo generate help" -f -a "report" -d 'Render a report: print it, write it, send it, open it'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and not __fish_seen_subcommand_from init check config schedule query probe heartbeat-check heartbeat evaluate-alerts alerts incident event audit on-call rules report dashboard pir logs metric baseline serve db tokens demo generate help" -f -a "dashboard" -d 'Look at dashboards: list them, or write them as files'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and not __fish_seen_subcommand_from init check config schedule query probe heartbeat-check heartbeat evaluate-alerts alerts incident event audit on-call rules report dashboard pir logs metric baseline serve db tokens demo generate help" -f -a "pir" -d 'Draft post-incident reviews and hold them to their limits'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and not __fish_seen_subcommand_from init check config schedule query probe heartbeat-check heartbeat evaluate-alerts alerts incident event audit on-call rules report dashboard pir logs metric baseline serve db tokens demo generate help" -f -a "logs" -d 'Ship log files, see how far they are, and look at the lines that arrived'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and not __fish_seen_subcommand_from init check config schedule query probe heartbeat-check heartbeat evaluate-alerts alerts incident event audit on-call rules report dashboard pir logs metric baseline serve db tokens demo generate help" -f -a "metric" -d 'Push metrics, and see what waits to be pushed'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and not __fish_seen_subcommand_from init check config schedule query probe heartbeat-check heartbeat evaluate-alerts alerts incident event audit on-call rules report dashboard pir logs metric baseline serve db tokens demo generate help" -f -a "baseline" -d 'Learn what is usual, hour by hour of the week, and look at it'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and not __fish_seen_subcommand_from init check config schedule query probe heartbeat-check heartbeat evaluate-alerts alerts incident event audit on-call rules report dashboard pir logs metric baseline serve db tokens demo generate help" -f -a "serve" -d 'Receive heartbeats, metrics and logs over HTTP, and show dashboards'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and not __fish_seen_subcommand_from init check config schedule query probe heartbeat-check heartbeat evaluate-alerts alerts incident event audit on-call rules report dashboard pir logs metric baseline serve db tokens demo generate help" -f -a "db" -d 'Look after the own databases'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and not __fish_seen_subcommand_from init check config schedule query probe heartbeat-check heartbeat evaluate-alerts alerts incident event audit on-call rules report dashboard pir logs metric baseline serve db tokens demo generate help" -f -a "tokens" -d 'Make, list and revoke tokens for the receiver'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and not __fish_seen_subcommand_from init check config schedule query probe heartbeat-check heartbeat evaluate-alerts alerts incident event audit on-call rules report dashboard pir logs metric baseline serve db tokens demo generate help" -f -a "demo" -d 'Show all of it at work on a made-up chain of six stores'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and not __fish_seen_subcommand_from init check config schedule query probe heartbeat-check heartbeat evaluate-alerts alerts incident event audit on-call rules report dashboard pir logs metric baseline serve db tokens demo generate help" -f -a "generate" -d 'Write man pages or shell completions into a folder, for packages'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and not __fish_seen_subcommand_from init check config schedule query probe heartbeat-check heartbeat evaluate-alerts alerts incident event audit on-call rules report dashboard pir logs metric baseline serve db tokens demo generate help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "schema" -d 'Print the JSON Schema of tillwatch.toml, with which editors complete and check its keys'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from schedule" -f -a "next" -d 'List the next times of each job, in its own time zone'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from schedule" -f -a "print" -d 'Print the jobs as a crontab or as systemd units'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from query" -f -a "list" -d 'List the catalogue'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from heartbeat" -f -a "send" -d 'Send a store\'s heartbeat'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from alerts" -f -a "list" -d 'List the alerts that are open, or were within a window'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from alerts" -f -a "show" -d 'Show one alert: why it is in its state, and why each message about it was or was not sent'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from alerts" -f -a "history" -d 'List how alerts went from state to state, newest first'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from alerts" -f -a "route" -d 'Say who would be told what, and when, of an alert with certain labels'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from alerts" -f -a "silence" -d 'Hold back what alerts have to say for a while: add, list and expire silences'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from alerts" -f -a "outbox" -d 'Look at the messages that wait or were given up, try them again or drop them'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from alerts" -f -a "test" -d 'Send a marked test message by a channel'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from incident" -f -a "list" -d 'List the incidents that are open, or were within a window'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from incident" -f -a "show" -d 'Show one incident: its alerts, who was told, what people did, and what comes next'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from incident" -f -a "ack" -d 'Acknowledge incidents: somebody is at them'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from incident" -f -a "note" -d 'Write something down about incidents, open or ended'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from incident" -f -a "severity" -d 'Set an incident\'s severity by hand, or let its alerts decide again'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from incident" -f -a "escalate" -d 'Take the next step of an incident\'s escalation now, whoever has acknowledged it'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from incident" -f -a "resolve" -d 'Close incidents, though their alerts may still fire'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from event" -f -a "list" -d 'List what happened, newest first'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "list" -d 'List acknowledgements, silences, changed severities and the like, newest first'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from rules" -f -a "list" -d 'List the rules in force: the profile\'s and the project\'s own'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from rules" -f -a "show" -d 'Show one rule as it is in force, and where it stands'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from rules" -f -a "test" -d 'Test the rules: rows over time, and the alerts and messages that are to follow'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from report" -f -a "list" -d 'List the reports that there are: those shipped, and those of the project\'s templates/reports'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from report" -f -a "show" -d 'Print a report\'s definition: what to begin one of your own with'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from dashboard" -f -a "list" -d 'List the dashboards, and where `serve` shows them'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from dashboard" -f -a "render" -d 'Write every dashboard, and a page for each store, as files'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from pir" -f -a "new" -d 'Draft a review from what is on record: header, timeline and impact'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from pir" -f -a "refresh" -d 'Bring the generated blocks of a review up to date with what is on record'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from pir" -f -a "note" -d 'Add a line to a review\'s timeline, with the time and who says it'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from pir" -f -a "list" -d 'List the reviews: how far each is, until when it is to be finished, and how many of its actions are open'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from pir" -f -a "check" -d 'Say what is left to do in reviews: words, actions, and what is wrong with them'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from pir" -f -a "actions" -d 'List what reviews say is to be done, the longest overdue first: open actions, by whom and until when'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from pir" -f -a "export" -d 'Give a review to readers: one HTML page with its charts, Markdown without markers, or JSON'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from logs" -f -a "ship" -d 'Send what is new in log files to their receivers, once each line'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from logs" -f -a "status" -d 'Show how far each file has been shipped; `lag` is the bytes that have not, `lines_left` the whole lines among them'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from logs" -f -a "deadletter" -d 'Look at the lines that a receiver refused for good, send them once more or drop them'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from logs" -f -a "ingest" -d 'Put log lines into the own logs database, as `serve` does with what it is sent'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from logs" -f -a "search" -d 'Search the stored log lines, newest first'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from logs" -f -a "stats" -d 'Count the stored log lines'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from metric" -f -a "push" -d 'Push one value, lines from stdin, a query\'s result, or a program\'s memory and CPU'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from metric" -f -a "spool" -d 'See, send or drop what could not be pushed yet'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from baseline" -f -a "refresh" -d 'Learn every baseline anew from what was recorded'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from baseline" -f -a "show" -d 'Show what is usual for a metric'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from db" -f -a "prune" -d 'Delete rows that are older than [retention] keeps them, and give their space back'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from db" -f -a "check" -d 'See whether the own databases are whole'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from tokens" -f -a "create" -d 'Make a token and print it, this once'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from tokens" -f -a "list" -d 'List tokens, without what they are'
complete -c tillwatch -n "__fish_tillwatch_using_subcommand help; and __fish_seen_subcommand_from tokens" -f -a "revoke" -d 'Make a token good for nothing; a running `serve` refuses it within seconds'
