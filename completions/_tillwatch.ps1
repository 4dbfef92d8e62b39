
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'tillwatch' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'tillwatch'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'tillwatch' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Write a new project')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Validate everything of a project: configuration, queries, rules and their tests, templates and jobs')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Show the configuration''s schema')
            [CompletionResult]::new('schedule', 'schedule', [CompletionResultType]::ParameterValue, 'Show when the jobs run, or print them for cron or systemd')
            [CompletionResult]::new('query', 'query', [CompletionResultType]::ParameterValue, 'Run a query and print its result')
            [CompletionResult]::new('probe', 'probe', [CompletionResultType]::ParameterValue, 'Probe targets: whether they answer rightly, how fast, and if not, why not')
            [CompletionResult]::new('heartbeat-check', 'heartbeat-check', [CompletionResultType]::ParameterValue, 'Tell which stores are up by their heartbeats')
            [CompletionResult]::new('heartbeat', 'heartbeat', [CompletionResultType]::ParameterValue, 'Send heartbeats')
            [CompletionResult]::new('evaluate-alerts', 'evaluate-alerts', [CompletionResultType]::ParameterValue, 'Evaluate the alert rules and tell who must know')
            [CompletionResult]::new('alerts', 'alerts', [CompletionResultType]::ParameterValue, 'Look at alerts')
            [CompletionResult]::new('incident', 'incident', [CompletionResultType]::ParameterValue, 'Look at incidents and act on them: acknowledge, note, escalate, resolve')
            [CompletionResult]::new('event', 'event', [CompletionResultType]::ParameterValue, 'Record that something happened, and tell whoever a route says')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Look at what was done by hand, and by whom')
            [CompletionResult]::new('on-call', 'on-call', [CompletionResultType]::ParameterValue, 'List who is on call, and when the next hand-over is')
            [CompletionResult]::new('rules', 'rules', [CompletionResultType]::ParameterValue, 'Look at the alert rules in force and test them')
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'Render a report: print it, write it, send it, open it')
            [CompletionResult]::new('dashboard', 'dashboard', [CompletionResultType]::ParameterValue, 'Look at dashboards: list them, or write them as files')
            [CompletionResult]::new('pir', 'pir', [CompletionResultType]::ParameterValue, 'Draft post-incident reviews and hold them to their limits')
            [CompletionResult]::new('logs', 'logs', [CompletionResultType]::ParameterValue, 'Ship log files, see how far they are, and look at the lines that arrived')
            [CompletionResult]::new('metric', 'metric', [CompletionResultType]::ParameterValue, 'Push metrics, and see what waits to be pushed')
            [CompletionResult]::new('baseline', 'baseline', [CompletionResultType]::ParameterValue, 'Learn what is usual, hour by hour of the week, and look at it')
            [CompletionResult]::new('serve', 'serve', [CompletionResultType]::ParameterValue, 'Receive heartbeats, metrics and logs over HTTP, and show dashboards')
            [CompletionResult]::new('db', 'db', [CompletionResultType]::ParameterValue, 'Look after the own databases')
            [CompletionResult]::new('tokens', 'tokens', [CompletionResultType]::ParameterValue, 'Make, list and revoke tokens for the receiver')
            [CompletionResult]::new('demo', 'demo', [CompletionResultType]::ParameterValue, 'Show all of it at work on a made-up chain of six stores')
            [CompletionResult]::new('generate', 'generate', [CompletionResultType]::ParameterValue, 'Write man pages or shell completions into a folder, for packages')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;init' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;check' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--coverage', '--coverage', [CompletionResultType]::ParameterName, 'List the metrics, targets and stores that no rule watches, if there is no mistake')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;config' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print the JSON Schema of tillwatch.toml, with which editors complete and check its keys')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;config;schema' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;config;help' {
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print the JSON Schema of tillwatch.toml, with which editors complete and check its keys')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;config;help;schema' {
            break
        }
        'tillwatch;config;help;help' {
            break
        }
        'tillwatch;schedule' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('next', 'next', [CompletionResultType]::ParameterValue, 'List the next times of each job, in its own time zone')
            [CompletionResult]::new('print', 'print', [CompletionResultType]::ParameterValue, 'Print the jobs as a crontab or as systemd units')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;schedule;next' {
            [CompletionResult]::new('--count', '--count', [CompletionResultType]::ParameterName, 'How many times of each')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;schedule;print' {
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'For whom')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write files into this folder instead')
            [CompletionResult]::new('--program', '--program', [CompletionResultType]::ParameterName, 'The program that the jobs run; this very one where absent')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Whom systemd runs the jobs as; root where absent')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;schedule;help' {
            [CompletionResult]::new('next', 'next', [CompletionResultType]::ParameterValue, 'List the next times of each job, in its own time zone')
            [CompletionResult]::new('print', 'print', [CompletionResultType]::ParameterValue, 'Print the jobs as a crontab or as systemd units')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;schedule;help;next' {
            break
        }
        'tillwatch;schedule;help;print' {
            break
        }
        'tillwatch;schedule;help;help' {
            break
        }
        'tillwatch;query' {
            [CompletionResult]::new('--file', '--file', [CompletionResultType]::ParameterName, 'A file that is in no catalogue')
            [CompletionResult]::new('--sql', '--sql', [CompletionResultType]::ParameterName, 'One SELECT')
            [CompletionResult]::new('--over', '--over', [CompletionResultType]::ParameterName, 'The length of its window, which ends now; by default what the query says')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Where its window begins: local time in the project''s zone, or an instant with its offset')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Where its window ends, in place of now; rows of this instant are not in it')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'The value of a parameter that the query uses as :KEY')
            [CompletionResult]::new('--param', '--param', [CompletionResultType]::ParameterName, 'The value of a parameter that the query uses as :KEY')
            [CompletionResult]::new('--source', '--source', [CompletionResultType]::ParameterName, 'The source to run on: own, logs, or one of [sources]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the catalogue')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;query;list' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;query;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the catalogue')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;query;help;list' {
            break
        }
        'tillwatch;query;help;help' {
            break
        }
        'tillwatch;probe' {
            [CompletionResult]::new('--every', '--every', [CompletionResultType]::ParameterName, 'Probe again and again at this interval; needs --for')
            [CompletionResult]::new('--for', '--for', [CompletionResultType]::ParameterName, 'End before this long has passed; needs --every')
            [CompletionResult]::new('--concurrency', '--concurrency', [CompletionResultType]::ParameterName, 'How many targets are probed at once')
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'Statuses of a good answer, like 200-299,304 [default: 200-299]')
            [CompletionResult]::new('--max-latency', '--max-latency', [CompletionResultType]::ParameterName, 'A slower answer is no good one')
            [CompletionResult]::new('--expect-header', '--expect-header', [CompletionResultType]::ParameterName, 'A header of the answer and a regular expression that it must match; repeatable')
            [CompletionResult]::new('--body-regex', '--body-regex', [CompletionResultType]::ParameterName, 'A regular expression that the body must match')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'A JSON pointer into the body and the value there, like /status=ok; repeatable')
            [CompletionResult]::new('--method', '--method', [CompletionResultType]::ParameterName, 'The method [default: GET]')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'A header to send; a secret is written `env:NAME` or `file:PATH`; repeatable')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'For one attempt, from resolving the name to the last byte [default: 5s]')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Further attempts after a failed one [default: 0]')
            [CompletionResult]::new('--redirects', '--redirects', [CompletionResultType]::ParameterName, 'How many redirects are followed; 0: none [default: 10]')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM certificates to trust besides the system''s')
            [CompletionResult]::new('--cert-warning', '--cert-warning', [CompletionResultType]::ParameterName, 'Warn when the certificate expires sooner; 0: never [default: 14d]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('-4', '-4', [CompletionResultType]::ParameterName, 'Use IPv4 only')
            [CompletionResult]::new('--ipv4', '--ipv4', [CompletionResultType]::ParameterName, 'Use IPv4 only')
            [CompletionResult]::new('-6', '-6', [CompletionResultType]::ParameterName, 'Use IPv6 only')
            [CompletionResult]::new('--ipv6', '--ipv6', [CompletionResultType]::ParameterName, 'Use IPv6 only')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Accept any certificate')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;heartbeat-check' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Only this store; repeat for more')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;heartbeat' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Send a store''s heartbeat')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;heartbeat;send' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Whose; the only store where the configuration has just one')
            [CompletionResult]::new('--app-version', '--app-version', [CompletionResultType]::ParameterName, 'The version of its app')
            [CompletionResult]::new('--process', '--process', [CompletionResultType]::ParameterName, 'Only while a process of this name runs; exit 1 where none does. Linux only')
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'The receiver''s base address, instead of [push] url. What it cannot take is not kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;heartbeat;help' {
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Send a store''s heartbeat')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;heartbeat;help;send' {
            break
        }
        'tillwatch;heartbeat;help;help' {
            break
        }
        'tillwatch;evaluate-alerts' {
            [CompletionResult]::new('--deadline', '--deadline', [CompletionResultType]::ParameterName, 'How long to go on sending, in seconds; what is left is the next run''s')
            [CompletionResult]::new('--textfile', '--textfile', [CompletionResultType]::ParameterName, 'Write what tillwatch measures of itself into this file, for a text-file collector of Prometheus')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would change, and change nothing')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Say of every row of every rule what became of it, and why')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;alerts' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the alerts that are open, or were within a window')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one alert: why it is in its state, and why each message about it was or was not sent')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'List how alerts went from state to state, newest first')
            [CompletionResult]::new('route', 'route', [CompletionResultType]::ParameterValue, 'Say who would be told what, and when, of an alert with certain labels')
            [CompletionResult]::new('silence', 'silence', [CompletionResultType]::ParameterValue, 'Hold back what alerts have to say for a while: add, list and expire silences')
            [CompletionResult]::new('outbox', 'outbox', [CompletionResultType]::ParameterValue, 'Look at the messages that wait or were given up, try them again or drop them')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Send a marked test message by a channel')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;alerts;list' {
            [CompletionResult]::new('--over', '--over', [CompletionResultType]::ParameterName, 'Also alerts that ended within this time')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only alerts in this state; of those that ended, all or those within --over')
            [CompletionResult]::new('--severity', '--severity', [CompletionResultType]::ParameterName, 'Only of this severity')
            [CompletionResult]::new('--rule', '--rule', [CompletionResultType]::ParameterName, 'Only of this rule')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Only of this store')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;alerts;show' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;alerts;history' {
            [CompletionResult]::new('--over', '--over', [CompletionResultType]::ParameterName, 'How far to look back')
            [CompletionResult]::new('--severity', '--severity', [CompletionResultType]::ParameterName, 'Only of this severity')
            [CompletionResult]::new('--rule', '--rule', [CompletionResultType]::ParameterName, 'Only of this rule')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Only of this store')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;alerts;route' {
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Of an event of this kind rather than an alert')
            [CompletionResult]::new('--rule', '--rule', [CompletionResultType]::ParameterName, 'As if this rule had raised it; that of the label alertname by default')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it began to fire then; now by default')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;alerts;silence' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Hold back what matching alerts have to say, for a while and for a reason')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the silences that hold or are to come')
            [CompletionResult]::new('query', 'query', [CompletionResultType]::ParameterValue, 'List the silences that hold or are to come')
            [CompletionResult]::new('expire', 'expire', [CompletionResultType]::ParameterValue, 'End silences now; what they held back and still fires is told at the next evaluate-alerts')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;alerts;silence;add' {
            [CompletionResult]::new('--for', '--for', [CompletionResultType]::ParameterName, 'How long it lasts')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'When it ends')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'When it begins; at once by default')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why')
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'Who wants it')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Let it match alerts whatever their labels are')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be held back, and do nothing')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;alerts;silence;list' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Also those that have ended')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;alerts;silence;query' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Also those that have ended')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;alerts;silence;expire' {
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'Who ends them')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would end, and do nothing')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;alerts;silence;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Hold back what matching alerts have to say, for a while and for a reason')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the silences that hold or are to come')
            [CompletionResult]::new('expire', 'expire', [CompletionResultType]::ParameterValue, 'End silences now; what they held back and still fires is told at the next evaluate-alerts')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;alerts;silence;help;add' {
            break
        }
        'tillwatch;alerts;silence;help;list' {
            break
        }
        'tillwatch;alerts;silence;help;expire' {
            break
        }
        'tillwatch;alerts;silence;help;help' {
            break
        }
        'tillwatch;alerts;outbox' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the messages that wait to be sent or were given up')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Let messages that were given up be tried again, by the next `evaluate-alerts`')
            [CompletionResult]::new('drop', 'drop', [CompletionResultType]::ParameterValue, 'Drop messages that wait or were given up: they are not sent any more')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;alerts;outbox;list' {
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only messages in this state, whenever they got there')
            [CompletionResult]::new('--over', '--over', [CompletionResultType]::ParameterName, 'Also messages that were settled within this time: sent, superseded, dropped')
            [CompletionResult]::new('--incident', '--incident', [CompletionResultType]::ParameterName, 'Only messages about this incident, whatever became of them')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;alerts;outbox;retry' {
            [CompletionResult]::new('--channel', '--channel', [CompletionResultType]::ParameterName, 'All of this channel that were given up')
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'Who asks for it')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--dead', '--dead', [CompletionResultType]::ParameterName, 'All that were given up')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be tried again, and change nothing')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;alerts;outbox;drop' {
            [CompletionResult]::new('--channel', '--channel', [CompletionResultType]::ParameterName, 'All of this channel that wait or were given up')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why')
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'Who drops them')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be dropped, and change nothing')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;alerts;outbox;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the messages that wait to be sent or were given up')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Let messages that were given up be tried again, by the next `evaluate-alerts`')
            [CompletionResult]::new('drop', 'drop', [CompletionResultType]::ParameterValue, 'Drop messages that wait or were given up: they are not sent any more')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;alerts;outbox;help;list' {
            break
        }
        'tillwatch;alerts;outbox;help;retry' {
            break
        }
        'tillwatch;alerts;outbox;help;drop' {
            break
        }
        'tillwatch;alerts;outbox;help;help' {
            break
        }
        'tillwatch;alerts;test' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'A contact, team or rotation, or an address; not needed by a channel with one destination of its own')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say who would be told, and send nothing')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;alerts;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the alerts that are open, or were within a window')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one alert: why it is in its state, and why each message about it was or was not sent')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'List how alerts went from state to state, newest first')
            [CompletionResult]::new('route', 'route', [CompletionResultType]::ParameterValue, 'Say who would be told what, and when, of an alert with certain labels')
            [CompletionResult]::new('silence', 'silence', [CompletionResultType]::ParameterValue, 'Hold back what alerts have to say for a while: add, list and expire silences')
            [CompletionResult]::new('outbox', 'outbox', [CompletionResultType]::ParameterValue, 'Look at the messages that wait or were given up, try them again or drop them')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Send a marked test message by a channel')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;alerts;help;list' {
            break
        }
        'tillwatch;alerts;help;show' {
            break
        }
        'tillwatch;alerts;help;history' {
            break
        }
        'tillwatch;alerts;help;route' {
            break
        }
        'tillwatch;alerts;help;silence' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Hold back what matching alerts have to say, for a while and for a reason')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the silences that hold or are to come')
            [CompletionResult]::new('expire', 'expire', [CompletionResultType]::ParameterValue, 'End silences now; what they held back and still fires is told at the next evaluate-alerts')
            break
        }
        'tillwatch;alerts;help;silence;add' {
            break
        }
        'tillwatch;alerts;help;silence;list' {
            break
        }
        'tillwatch;alerts;help;silence;expire' {
            break
        }
        'tillwatch;alerts;help;outbox' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the messages that wait to be sent or were given up')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Let messages that were given up be tried again, by the next `evaluate-alerts`')
            [CompletionResult]::new('drop', 'drop', [CompletionResultType]::ParameterValue, 'Drop messages that wait or were given up: they are not sent any more')
            break
        }
        'tillwatch;alerts;help;outbox;list' {
            break
        }
        'tillwatch;alerts;help;outbox;retry' {
            break
        }
        'tillwatch;alerts;help;outbox;drop' {
            break
        }
        'tillwatch;alerts;help;test' {
            break
        }
        'tillwatch;alerts;help;help' {
            break
        }
        'tillwatch;incident' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the incidents that are open, or were within a window')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one incident: its alerts, who was told, what people did, and what comes next')
            [CompletionResult]::new('ack', 'ack', [CompletionResultType]::ParameterValue, 'Acknowledge incidents: somebody is at them')
            [CompletionResult]::new('note', 'note', [CompletionResultType]::ParameterValue, 'Write something down about incidents, open or ended')
            [CompletionResult]::new('severity', 'severity', [CompletionResultType]::ParameterValue, 'Set an incident''s severity by hand, or let its alerts decide again')
            [CompletionResult]::new('escalate', 'escalate', [CompletionResultType]::ParameterValue, 'Take the next step of an incident''s escalation now, whoever has acknowledged it')
            [CompletionResult]::new('resolve', 'resolve', [CompletionResultType]::ParameterValue, 'Close incidents, though their alerts may still fire')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;incident;list' {
            [CompletionResult]::new('--over', '--over', [CompletionResultType]::ParameterName, 'Also incidents that ended within this time')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only incidents in this state; of those that ended, all or those within --over')
            [CompletionResult]::new('--severity', '--severity', [CompletionResultType]::ParameterName, 'Only of this severity')
            [CompletionResult]::new('--rule', '--rule', [CompletionResultType]::ParameterName, 'Only of this rule')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Only of this store')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;incident;show' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;incident;ack' {
            [CompletionResult]::new('--severity', '--severity', [CompletionResultType]::ParameterName, 'Only of this severity')
            [CompletionResult]::new('--rule', '--rule', [CompletionResultType]::ParameterName, 'Only of this rule')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Only of this store')
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'Who acts')
            [CompletionResult]::new('--comment', '--comment', [CompletionResultType]::ParameterName, 'What for')
            [CompletionResult]::new('--for', '--for', [CompletionResultType]::ParameterName, 'After how long it lapses; `ack_for` of `[routing]` by default, and never where that is absent')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'When it lapses')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'All open incidents, or those that --severity, --rule and --store name')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and do nothing')
            [CompletionResult]::new('--undo', '--undo', [CompletionResultType]::ParameterName, 'Take the acknowledgement back: the escalation goes on')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;incident;note' {
            [CompletionResult]::new('--severity', '--severity', [CompletionResultType]::ParameterName, 'Only of this severity')
            [CompletionResult]::new('--rule', '--rule', [CompletionResultType]::ParameterName, 'Only of this rule')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Only of this store')
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'Who acts')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'All open incidents, or those that --severity, --rule and --store name')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and do nothing')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;incident;severity' {
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'Who acts')
            [CompletionResult]::new('--comment', '--comment', [CompletionResultType]::ParameterName, 'Why')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and do nothing')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;incident;escalate' {
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'Who acts')
            [CompletionResult]::new('--comment', '--comment', [CompletionResultType]::ParameterName, 'Why')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and do nothing')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;incident;resolve' {
            [CompletionResult]::new('--severity', '--severity', [CompletionResultType]::ParameterName, 'Only of this severity')
            [CompletionResult]::new('--rule', '--rule', [CompletionResultType]::ParameterName, 'Only of this rule')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Only of this store')
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'Who acts')
            [CompletionResult]::new('--comment', '--comment', [CompletionResultType]::ParameterName, 'Why')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'All open incidents, or those that --severity, --rule and --store name')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and do nothing')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;incident;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the incidents that are open, or were within a window')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one incident: its alerts, who was told, what people did, and what comes next')
            [CompletionResult]::new('ack', 'ack', [CompletionResultType]::ParameterValue, 'Acknowledge incidents: somebody is at them')
            [CompletionResult]::new('note', 'note', [CompletionResultType]::ParameterValue, 'Write something down about incidents, open or ended')
            [CompletionResult]::new('severity', 'severity', [CompletionResultType]::ParameterValue, 'Set an incident''s severity by hand, or let its alerts decide again')
            [CompletionResult]::new('escalate', 'escalate', [CompletionResultType]::ParameterValue, 'Take the next step of an incident''s escalation now, whoever has acknowledged it')
            [CompletionResult]::new('resolve', 'resolve', [CompletionResultType]::ParameterValue, 'Close incidents, though their alerts may still fire')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;incident;help;list' {
            break
        }
        'tillwatch;incident;help;show' {
            break
        }
        'tillwatch;incident;help;ack' {
            break
        }
        'tillwatch;incident;help;note' {
            break
        }
        'tillwatch;incident;help;severity' {
            break
        }
        'tillwatch;incident;help;escalate' {
            break
        }
        'tillwatch;incident;help;resolve' {
            break
        }
        'tillwatch;incident;help;help' {
            break
        }
        'tillwatch;event' {
            [CompletionResult]::new('-l', '-l', [CompletionResultType]::ParameterName, 'A label, for routes and messages; may be given again')
            [CompletionResult]::new('--label', '--label', [CompletionResultType]::ParameterName, 'A label, for routes and messages; may be given again')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'The label `version`: which one was deployed')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'When it happened; now, where absent')
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'Who did it: becomes the label `by`, and an entry of the audit trail')
            [CompletionResult]::new('--id', '--id', [CompletionResultType]::ParameterName, 'A key of yours: an event of this kind and key that is on record is neither recorded nor told again')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List what happened, newest first')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;event;list' {
            [CompletionResult]::new('--over', '--over', [CompletionResultType]::ParameterName, 'How far to look back')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Only events of this kind')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tillwatch;event;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List what happened, newest first')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;event;help;list' {
            break
        }
        'tillwatch;event;help;help' {
            break
        }
        'tillwatch;audit' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List acknowledgements, silences, changed severities and the like, newest first')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;audit;list' {
            [CompletionResult]::new('--over', '--over', [CompletionResultType]::ParameterName, 'How far to look back')
            [CompletionResult]::new('--subject', '--subject', [CompletionResultType]::ParameterName, 'Only what was done to this: `incident:12`, `silence:3`, `event:5`')
            [CompletionResult]::new('--actor', '--actor', [CompletionResultType]::ParameterName, 'Only what this person did')
            [CompletionResult]::new('--action', '--action', [CompletionResultType]::ParameterName, 'Only what was done in this way: `ack`, `silence`, …')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;audit;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List acknowledgements, silences, changed severities and the like, newest first')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;audit;help;list' {
            break
        }
        'tillwatch;audit;help;help' {
            break
        }
        'tillwatch;on-call' {
            [CompletionResult]::new('--days', '--days', [CompletionResultType]::ParameterName, 'Also list who comes on call within so many days')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;rules' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the rules in force: the profile''s and the project''s own')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one rule as it is in force, and where it stands')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Test the rules: rows over time, and the alerts and messages that are to follow')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;rules;list' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;rules;show' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--runbook', '--runbook', [CompletionResultType]::ParameterName, 'Print its runbook instead')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;rules;test' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;rules;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the rules in force: the profile''s and the project''s own')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one rule as it is in force, and where it stands')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Test the rules: rows over time, and the alerts and messages that are to follow')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;rules;help;list' {
            break
        }
        'tillwatch;rules;help;show' {
            break
        }
        'tillwatch;rules;help;test' {
            break
        }
        'tillwatch;rules;help;help' {
            break
        }
        'tillwatch;report' {
            [CompletionResult]::new('--date', '--date', [CompletionResultType]::ParameterName, 'The day, the last of the seven days, or a day of the month; by default today so far, or the last full week or month')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'One store only')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to a file and print nothing')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to a file and print nothing')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--bom', '--bom', [CompletionResultType]::ParameterName, 'Begin CSV with a byte order mark, by which Excel knows that it is UTF-8')
            [CompletionResult]::new('--open', '--open', [CompletionResultType]::ParameterName, 'Open it as a page in the browser: `$BROWSER`, or the system''s own')
            [CompletionResult]::new('--send', '--send', [CompletionResultType]::ParameterName, 'Tell whoever the report or [report] names, instead of printing it: by mail in full, in Slack in short')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the reports that there are: those shipped, and those of the project''s templates/reports')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Print a report''s definition: what to begin one of your own with')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;report;list' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;report;show' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;report;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the reports that there are: those shipped, and those of the project''s templates/reports')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Print a report''s definition: what to begin one of your own with')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;report;help;list' {
            break
        }
        'tillwatch;report;help;show' {
            break
        }
        'tillwatch;report;help;help' {
            break
        }
        'tillwatch;dashboard' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the dashboards, and where `serve` shows them')
            [CompletionResult]::new('render', 'render', [CompletionResultType]::ParameterValue, 'Write every dashboard, and a page for each store, as files')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;dashboard;list' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;dashboard;render' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;dashboard;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the dashboards, and where `serve` shows them')
            [CompletionResult]::new('render', 'render', [CompletionResultType]::ParameterValue, 'Write every dashboard, and a page for each store, as files')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;dashboard;help;list' {
            break
        }
        'tillwatch;dashboard;help;render' {
            break
        }
        'tillwatch;dashboard;help;help' {
            break
        }
        'tillwatch;pir' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Draft a review from what is on record: header, timeline and impact')
            [CompletionResult]::new('refresh', 'refresh', [CompletionResultType]::ParameterValue, 'Bring the generated blocks of a review up to date with what is on record')
            [CompletionResult]::new('note', 'note', [CompletionResultType]::ParameterValue, 'Add a line to a review''s timeline, with the time and who says it')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the reviews: how far each is, until when it is to be finished, and how many of its actions are open')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Say what is left to do in reviews: words, actions, and what is wrong with them')
            [CompletionResult]::new('actions', 'actions', [CompletionResultType]::ParameterValue, 'List what reviews say is to be done, the longest overdue first: open actions, by whom and until when')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Give a review to readers: one HTML page with its charts, Markdown without markers, or JSON')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;pir;new' {
            [CompletionResult]::new('--from-alert', '--from-alert', [CompletionResultType]::ParameterName, 'The episode of this alert, as `alerts list` numbers it')
            [CompletionResult]::new('--from-incident', '--from-incident', [CompletionResultType]::ParameterName, 'This incident, as `incident list` numbers it')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, or local time in the project''s zone')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Only this store, and what concerns all')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Where to write it; `-` is stdout')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Where to write it; `-` is stdout')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--again', '--again', [CompletionResultType]::ParameterName, 'Draft it even though a review of the same is there')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;pir;refresh' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Also rewrite blocks that somebody has edited')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;pir;note' {
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'Who says it')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;pir;list' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;pir;check' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;pir;actions' {
            [CompletionResult]::new('--owner', '--owner', [CompletionResultType]::ParameterName, 'Only those of this owner, whatever the case')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--overdue', '--overdue', [CompletionResultType]::ParameterName, 'Only those that are overdue')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Also those that are done')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;pir;export' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Where to write it; stdout by default')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Where to write it; stdout by default')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;pir;help' {
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Draft a review from what is on record: header, timeline and impact')
            [CompletionResult]::new('refresh', 'refresh', [CompletionResultType]::ParameterValue, 'Bring the generated blocks of a review up to date with what is on record')
            [CompletionResult]::new('note', 'note', [CompletionResultType]::ParameterValue, 'Add a line to a review''s timeline, with the time and who says it')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the reviews: how far each is, until when it is to be finished, and how many of its actions are open')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Say what is left to do in reviews: words, actions, and what is wrong with them')
            [CompletionResult]::new('actions', 'actions', [CompletionResultType]::ParameterValue, 'List what reviews say is to be done, the longest overdue first: open actions, by whom and until when')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Give a review to readers: one HTML page with its charts, Markdown without markers, or JSON')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;pir;help;new' {
            break
        }
        'tillwatch;pir;help;refresh' {
            break
        }
        'tillwatch;pir;help;note' {
            break
        }
        'tillwatch;pir;help;list' {
            break
        }
        'tillwatch;pir;help;check' {
            break
        }
        'tillwatch;pir;help;actions' {
            break
        }
        'tillwatch;pir;help;export' {
            break
        }
        'tillwatch;pir;help;help' {
            break
        }
        'tillwatch;logs' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('ship', 'ship', [CompletionResultType]::ParameterValue, 'Send what is new in log files to their receivers, once each line')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show how far each file has been shipped; `lag` is the bytes that have not, `lines_left` the whole lines among them')
            [CompletionResult]::new('deadletter', 'deadletter', [CompletionResultType]::ParameterValue, 'Look at the lines that a receiver refused for good, send them once more or drop them')
            [CompletionResult]::new('ingest', 'ingest', [CompletionResultType]::ParameterValue, 'Put log lines into the own logs database, as `serve` does with what it is sent')
            [CompletionResult]::new('search', 'search', [CompletionResultType]::ParameterValue, 'Search the stored log lines, newest first')
            [CompletionResult]::new('stats', 'stats', [CompletionResultType]::ParameterValue, 'Count the stored log lines')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;logs;ship' {
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Where to begin in files that were never seen')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would go, and send and keep nothing')
            [CompletionResult]::new('--no-splay', '--no-splay', [CompletionResultType]::ParameterName, 'Begin at once, whatever [[ship]] splay says')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;logs;status' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;logs;deadletter' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the lines that receivers refused for good')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a line that a receiver refused, as it was sent: redacted, and cut where it was too long')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Send refused lines once more, under the ids that they had; those that are taken are dead letters no more')
            [CompletionResult]::new('drop', 'drop', [CompletionResultType]::ParameterValue, 'Delete refused lines; they are not sent any more')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;logs;deadletter;list' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;logs;deadletter;show' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;logs;deadletter;retry' {
            [CompletionResult]::new('--entry', '--entry', [CompletionResultType]::ParameterName, 'All of this [[ship]] entry')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'All of them')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be sent, and send nothing')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;logs;deadletter;drop' {
            [CompletionResult]::new('--entry', '--entry', [CompletionResultType]::ParameterName, 'All of this [[ship]] entry')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'All of them')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be dropped, and change nothing')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;logs;deadletter;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the lines that receivers refused for good')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a line that a receiver refused, as it was sent: redacted, and cut where it was too long')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Send refused lines once more, under the ids that they had; those that are taken are dead letters no more')
            [CompletionResult]::new('drop', 'drop', [CompletionResultType]::ParameterValue, 'Delete refused lines; they are not sent any more')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;logs;deadletter;help;list' {
            break
        }
        'tillwatch;logs;deadletter;help;show' {
            break
        }
        'tillwatch;logs;deadletter;help;retry' {
            break
        }
        'tillwatch;logs;deadletter;help;drop' {
            break
        }
        'tillwatch;logs;deadletter;help;help' {
            break
        }
        'tillwatch;logs;ingest' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store whose lines they are; it outweighs their own')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;logs;search' {
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, local time in the project''s zone, or so long ago (2h)')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Up to this time, which is not included')
            [CompletionResult]::new('--level', '--level', [CompletionResultType]::ParameterName, 'Only lines of this level and above. A line without one counts as info')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Only lines of this store')
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Only lines of this event')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'So many lines at most')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--oldest', '--oldest', [CompletionResultType]::ParameterName, 'The oldest first')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;logs;stats' {
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'What to count by')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, local time in the project''s zone, or so long ago (2h)')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Up to this time, which is not included')
            [CompletionResult]::new('--level', '--level', [CompletionResultType]::ParameterName, 'Only lines of this level and above. A line without one counts as info')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Only lines of this store')
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Only lines of this event')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;logs;help' {
            [CompletionResult]::new('ship', 'ship', [CompletionResultType]::ParameterValue, 'Send what is new in log files to their receivers, once each line')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show how far each file has been shipped; `lag` is the bytes that have not, `lines_left` the whole lines among them')
            [CompletionResult]::new('deadletter', 'deadletter', [CompletionResultType]::ParameterValue, 'Look at the lines that a receiver refused for good, send them once more or drop them')
            [CompletionResult]::new('ingest', 'ingest', [CompletionResultType]::ParameterValue, 'Put log lines into the own logs database, as `serve` does with what it is sent')
            [CompletionResult]::new('search', 'search', [CompletionResultType]::ParameterValue, 'Search the stored log lines, newest first')
            [CompletionResult]::new('stats', 'stats', [CompletionResultType]::ParameterValue, 'Count the stored log lines')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;logs;help;ship' {
            break
        }
        'tillwatch;logs;help;status' {
            break
        }
        'tillwatch;logs;help;deadletter' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the lines that receivers refused for good')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a line that a receiver refused, as it was sent: redacted, and cut where it was too long')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Send refused lines once more, under the ids that they had; those that are taken are dead letters no more')
            [CompletionResult]::new('drop', 'drop', [CompletionResultType]::ParameterValue, 'Delete refused lines; they are not sent any more')
            break
        }
        'tillwatch;logs;help;deadletter;list' {
            break
        }
        'tillwatch;logs;help;deadletter;show' {
            break
        }
        'tillwatch;logs;help;deadletter;retry' {
            break
        }
        'tillwatch;logs;help;deadletter;drop' {
            break
        }
        'tillwatch;logs;help;ingest' {
            break
        }
        'tillwatch;logs;help;search' {
            break
        }
        'tillwatch;logs;help;stats' {
            break
        }
        'tillwatch;logs;help;help' {
            break
        }
        'tillwatch;metric' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('push', 'push', [CompletionResultType]::ParameterValue, 'Push one value, lines from stdin, a query''s result, or a program''s memory and CPU')
            [CompletionResult]::new('spool', 'spool', [CompletionResultType]::ParameterValue, 'See, send or drop what could not be pushed yet')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;metric;push' {
            [CompletionResult]::new('-l', '-l', [CompletionResultType]::ParameterName, 'A label of the value, or of the program; repeat for more')
            [CompletionResult]::new('--label', '--label', [CompletionResultType]::ParameterName, 'A label of the value, or of the program; repeat for more')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'When the value was measured; now where absent')
            [CompletionResult]::new('--query', '--query', [CompletionResultType]::ParameterName, 'Push the values that a query of the catalogue has now')
            [CompletionResult]::new('--process', '--process', [CompletionResultType]::ParameterName, 'Push `app_memory_usage_mb` and `app_cpu_usage_percentage` of the processes that have this name, all together: resident memory, and the share of one processor over one second. Linux only')
            [CompletionResult]::new('--over', '--over', [CompletionResultType]::ParameterName, 'The length of the query''s window; by default what the query says')
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'The receiver''s base address, instead of [push] url; `pushgateway+http://…` and `remote_write+http://…` name its kind. What it cannot take is not kept')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;metric;spool' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List what waits, oldest first: a line for what one request carries')
            [CompletionResult]::new('flush', 'flush', [CompletionResultType]::ParameterValue, 'Send what waits to the receiver of [push] now, which every push does first')
            [CompletionResult]::new('drop', 'drop', [CompletionResultType]::ParameterValue, 'Drop what waits, unsent')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;metric;spool;list' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;metric;spool;flush' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;metric;spool;drop' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Drop everything')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;metric;spool;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List what waits, oldest first: a line for what one request carries')
            [CompletionResult]::new('flush', 'flush', [CompletionResultType]::ParameterValue, 'Send what waits to the receiver of [push] now, which every push does first')
            [CompletionResult]::new('drop', 'drop', [CompletionResultType]::ParameterValue, 'Drop what waits, unsent')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;metric;spool;help;list' {
            break
        }
        'tillwatch;metric;spool;help;flush' {
            break
        }
        'tillwatch;metric;spool;help;drop' {
            break
        }
        'tillwatch;metric;spool;help;help' {
            break
        }
        'tillwatch;metric;help' {
            [CompletionResult]::new('push', 'push', [CompletionResultType]::ParameterValue, 'Push one value, lines from stdin, a query''s result, or a program''s memory and CPU')
            [CompletionResult]::new('spool', 'spool', [CompletionResultType]::ParameterValue, 'See, send or drop what could not be pushed yet')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;metric;help;push' {
            break
        }
        'tillwatch;metric;help;spool' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List what waits, oldest first: a line for what one request carries')
            [CompletionResult]::new('flush', 'flush', [CompletionResultType]::ParameterValue, 'Send what waits to the receiver of [push] now, which every push does first')
            [CompletionResult]::new('drop', 'drop', [CompletionResultType]::ParameterValue, 'Drop what waits, unsent')
            break
        }
        'tillwatch;metric;help;spool;list' {
            break
        }
        'tillwatch;metric;help;spool;flush' {
            break
        }
        'tillwatch;metric;help;spool;drop' {
            break
        }
        'tillwatch;metric;help;help' {
            break
        }
        'tillwatch;baseline' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('refresh', 'refresh', [CompletionResultType]::ParameterValue, 'Learn every baseline anew from what was recorded')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what is usual for a metric')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;baseline;refresh' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;baseline;show' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Only this store')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;baseline;help' {
            [CompletionResult]::new('refresh', 'refresh', [CompletionResultType]::ParameterValue, 'Learn every baseline anew from what was recorded')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what is usual for a metric')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;baseline;help;refresh' {
            break
        }
        'tillwatch;baseline;help;show' {
            break
        }
        'tillwatch;baseline;help;help' {
            break
        }
        'tillwatch;serve' {
            [CompletionResult]::new('--listen', '--listen', [CompletionResultType]::ParameterName, 'The address to listen on; port 0 takes a free one')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;db' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('prune', 'prune', [CompletionResultType]::ParameterValue, 'Delete rows that are older than [retention] keeps them, and give their space back')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'See whether the own databases are whole')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;db;prune' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Only count what would go')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;db;check' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;db;help' {
            [CompletionResult]::new('prune', 'prune', [CompletionResultType]::ParameterValue, 'Delete rows that are older than [retention] keeps them, and give their space back')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'See whether the own databases are whole')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;db;help;prune' {
            break
        }
        'tillwatch;db;help;check' {
            break
        }
        'tillwatch;db;help;help' {
            break
        }
        'tillwatch;tokens' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a token and print it, this once')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List tokens, without what they are')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Make a token good for nothing; a running `serve` refuses it within seconds')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;tokens;create' {
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'What it is good for')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The only store that it may send for; without one it sends for all')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What it is for, in your words')
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'For how long it is good; until it is revoked where absent')
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'Who makes it')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;tokens;list' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Those too that have expired or are revoked')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;tokens;revoke' {
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'Who revokes it')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;tokens;help' {
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a token and print it, this once')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List tokens, without what they are')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Make a token good for nothing; a running `serve` refuses it within seconds')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;tokens;help;create' {
            break
        }
        'tillwatch;tokens;help;list' {
            break
        }
        'tillwatch;tokens;help;revoke' {
            break
        }
        'tillwatch;tokens;help;help' {
            break
        }
        'tillwatch;demo' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;generate' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The project''s tillwatch.toml; by default the nearest one in this folder or above')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Work as of this instant (RFC 3339). Verbs that keep state then only say what they would do')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to print data')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Which convention the exit code follows')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to colour')
            [CompletionResult]::new('--commit', '--commit', [CompletionResultType]::ParameterName, 'With --now: keep state all the same')
            [CompletionResult]::new('--exit-zero', '--exit-zero', [CompletionResultType]::ParameterName, 'Exit 0 where something watched is not well')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on stderr but errors and warnings')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more on stderr; repeat for more still')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'tillwatch;help' {
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Write a new project')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Validate everything of a project: configuration, queries, rules and their tests, templates and jobs')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Show the configuration''s schema')
            [CompletionResult]::new('schedule', 'schedule', [CompletionResultType]::ParameterValue, 'Show when the jobs run, or print them for cron or systemd')
            [CompletionResult]::new('query', 'query', [CompletionResultType]::ParameterValue, 'Run a query and print its result')
            [CompletionResult]::new('probe', 'probe', [CompletionResultType]::ParameterValue, 'Probe targets: whether they answer rightly, how fast, and if not, why not')
            [CompletionResult]::new('heartbeat-check', 'heartbeat-check', [CompletionResultType]::ParameterValue, 'Tell which stores are up by their heartbeats')
            [CompletionResult]::new('heartbeat', 'heartbeat', [CompletionResultType]::ParameterValue, 'Send heartbeats')
            [CompletionResult]::new('evaluate-alerts', 'evaluate-alerts', [CompletionResultType]::ParameterValue, 'Evaluate the alert rules and tell who must know')
            [CompletionResult]::new('alerts', 'alerts', [CompletionResultType]::ParameterValue, 'Look at alerts')
            [CompletionResult]::new('incident', 'incident', [CompletionResultType]::ParameterValue, 'Look at incidents and act on them: acknowledge, note, escalate, resolve')
            [CompletionResult]::new('event', 'event', [CompletionResultType]::ParameterValue, 'Record that something happened, and tell whoever a route says')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Look at what was done by hand, and by whom')
            [CompletionResult]::new('on-call', 'on-call', [CompletionResultType]::ParameterValue, 'List who is on call, and when the next hand-over is')
            [CompletionResult]::new('rules', 'rules', [CompletionResultType]::ParameterValue, 'Look at the alert rules in force and test them')
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'Render a report: print it, write it, send it, open it')
            [CompletionResult]::new('dashboard', 'dashboard', [CompletionResultType]::ParameterValue, 'Look at dashboards: list them, or write them as files')
            [CompletionResult]::new('pir', 'pir', [CompletionResultType]::ParameterValue, 'Draft post-incident reviews and hold them to their limits')
            [CompletionResult]::new('logs', 'logs', [CompletionResultType]::ParameterValue, 'Ship log files, see how far they are, and look at the lines that arrived')
            [CompletionResult]::new('metric', 'metric', [CompletionResultType]::ParameterValue, 'Push metrics, and see what waits to be pushed')
            [CompletionResult]::new('baseline', 'baseline', [CompletionResultType]::ParameterValue, 'Learn what is usual, hour by hour of the week, and look at it')
            [CompletionResult]::new('serve', 'serve', [CompletionResultType]::ParameterValue, 'Receive heartbeats, metrics and logs over HTTP, and show dashboards')
            [CompletionResult]::new('db', 'db', [CompletionResultType]::ParameterValue, 'Look after the own databases')
            [CompletionResult]::new('tokens', 'tokens', [CompletionResultType]::ParameterValue, 'Make, list and revoke tokens for the receiver')
            [CompletionResult]::new('demo', 'demo', [CompletionResultType]::ParameterValue, 'Show all of it at work on a made-up chain of six stores')
            [CompletionResult]::new('generate', 'generate', [CompletionResultType]::ParameterValue, 'Write man pages or shell completions into a folder, for packages')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tillwatch;help;init' {
            break
        }
        'tillwatch;help;check' {
            break
        }
        'tillwatch;help;config' {
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print the JSON Schema of tillwatch.toml, with which editors complete and check its keys')
            break
        }
        'tillwatch;help;config;schema' {
            break
        }
        'tillwatch;help;schedule' {
            [CompletionResult]::new('next', 'next', [CompletionResultType]::ParameterValue, 'List the next times of each job, in its own time zone')
            [CompletionResult]::new('print', 'print', [CompletionResultType]::ParameterValue, 'Print the jobs as a crontab or as systemd units')
            break
        }
        'tillwatch;help;schedule;next' {
            break
        }
        'tillwatch;help;schedule;print' {
            break
        }
        'tillwatch;help;query' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the catalogue')
            break
        }
        'tillwatch;help;query;list' {
            break
        }
        'tillwatch;help;probe' {
            break
        }
        'tillwatch;help;heartbeat-check' {
            break
        }
        'tillwatch;help;heartbeat' {
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Send a store''s heartbeat')
            break
        }
        'tillwatch;help;heartbeat;send' {
            break
        }
        'tillwatch;help;evaluate-alerts' {
            break
        }
        'tillwatch;help;alerts' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the alerts that are open, or were within a window')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one alert: why it is in its state, and why each message about it was or was not sent')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'List how alerts went from state to state, newest first')
            [CompletionResult]::new('route', 'route', [CompletionResultType]::ParameterValue, 'Say who would be told what, and when, of an alert with certain labels')
            [CompletionResult]::new('silence', 'silence', [CompletionResultType]::ParameterValue, 'Hold back what alerts have to say for a while: add, list and expire silences')
            [CompletionResult]::new('outbox', 'outbox', [CompletionResultType]::ParameterValue, 'Look at the messages that wait or were given up, try them again or drop them')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Send a marked test message by a channel')
            break
        }
        'tillwatch;help;alerts;list' {
            break
        }
        'tillwatch;help;alerts;show' {
            break
        }
        'tillwatch;help;alerts;history' {
            break
        }
        'tillwatch;help;alerts;route' {
            break
        }
        'tillwatch;help;alerts;silence' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Hold back what matching alerts have to say, for a while and for a reason')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the silences that hold or are to come')
            [CompletionResult]::new('expire', 'expire', [CompletionResultType]::ParameterValue, 'End silences now; what they held back and still fires is told at the next evaluate-alerts')
            break
        }
        'tillwatch;help;alerts;silence;add' {
            break
        }
        'tillwatch;help;alerts;silence;list' {
            break
        }
        'tillwatch;help;alerts;silence;expire' {
            break
        }
        'tillwatch;help;alerts;outbox' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the messages that wait to be sent or were given up')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Let messages that were given up be tried again, by the next `evaluate-alerts`')
            [CompletionResult]::new('drop', 'drop', [CompletionResultType]::ParameterValue, 'Drop messages that wait or were given up: they are not sent any more')
            break
        }
        'tillwatch;help;alerts;outbox;list' {
            break
        }
        'tillwatch;help;alerts;outbox;retry' {
            break
        }
        'tillwatch;help;alerts;outbox;drop' {
            break
        }
        'tillwatch;help;alerts;test' {
            break
        }
        'tillwatch;help;incident' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the incidents that are open, or were within a window')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one incident: its alerts, who was told, what people did, and what comes next')
            [CompletionResult]::new('ack', 'ack', [CompletionResultType]::ParameterValue, 'Acknowledge incidents: somebody is at them')
            [CompletionResult]::new('note', 'note', [CompletionResultType]::ParameterValue, 'Write something down about incidents, open or ended')
            [CompletionResult]::new('severity', 'severity', [CompletionResultType]::ParameterValue, 'Set an incident''s severity by hand, or let its alerts decide again')
            [CompletionResult]::new('escalate', 'escalate', [CompletionResultType]::ParameterValue, 'Take the next step of an incident''s escalation now, whoever has acknowledged it')
            [CompletionResult]::new('resolve', 'resolve', [CompletionResultType]::ParameterValue, 'Close incidents, though their alerts may still fire')
            break
        }
        'tillwatch;help;incident;list' {
            break
        }
        'tillwatch;help;incident;show' {
            break
        }
        'tillwatch;help;incident;ack' {
            break
        }
        'tillwatch;help;incident;note' {
            break
        }
        'tillwatch;help;incident;severity' {
            break
        }
        'tillwatch;help;incident;escalate' {
            break
        }
        'tillwatch;help;incident;resolve' {
            break
        }
        'tillwatch;help;event' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List what happened, newest first')
            break
        }
        'tillwatch;help;event;list' {
            break
        }
        'tillwatch;help;audit' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List acknowledgements, silences, changed severities and the like, newest first')
            break
        }
        'tillwatch;help;audit;list' {
            break
        }
        'tillwatch;help;on-call' {
            break
        }
        'tillwatch;help;rules' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the rules in force: the profile''s and the project''s own')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one rule as it is in force, and where it stands')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Test the rules: rows over time, and the alerts and messages that are to follow')
            break
        }
        'tillwatch;help;rules;list' {
            break
        }
        'tillwatch;help;rules;show' {
            break
        }
        'tillwatch;help;rules;test' {
            break
        }
        'tillwatch;help;report' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the reports that there are: those shipped, and those of the project''s templates/reports')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Print a report''s definition: what to begin one of your own with')
            break
        }
        'tillwatch;help;report;list' {
            break
        }
        'tillwatch;help;report;show' {
            break
        }
        'tillwatch;help;dashboard' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the dashboards, and where `serve` shows them')
            [CompletionResult]::new('render', 'render', [CompletionResultType]::ParameterValue, 'Write every dashboard, and a page for each store, as files')
            break
        }
        'tillwatch;help;dashboard;list' {
            break
        }
        'tillwatch;help;dashboard;render' {
            break
        }
        'tillwatch;help;pir' {
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Draft a review from what is on record: header, timeline and impact')
            [CompletionResult]::new('refresh', 'refresh', [CompletionResultType]::ParameterValue, 'Bring the generated blocks of a review up to date with what is on record')
            [CompletionResult]::new('note', 'note', [CompletionResultType]::ParameterValue, 'Add a line to a review''s timeline, with the time and who says it')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the reviews: how far each is, until when it is to be finished, and how many of its actions are open')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Say what is left to do in reviews: words, actions, and what is wrong with them')
            [CompletionResult]::new('actions', 'actions', [CompletionResultType]::ParameterValue, 'List what reviews say is to be done, the longest overdue first: open actions, by whom and until when')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Give a review to readers: one HTML page with its charts, Markdown without markers, or JSON')
            break
        }
        'tillwatch;help;pir;new' {
            break
        }
        'tillwatch;help;pir;refresh' {
            break
        }
        'tillwatch;help;pir;note' {
            break
        }
        'tillwatch;help;pir;list' {
            break
        }
        'tillwatch;help;pir;check' {
            break
        }
        'tillwatch;help;pir;actions' {
            break
        }
        'tillwatch;help;pir;export' {
            break
        }
        'tillwatch;help;logs' {
            [CompletionResult]::new('ship', 'ship', [CompletionResultType]::ParameterValue, 'Send what is new in log files to their receivers, once each line')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show how far each file has been shipped; `lag` is the bytes that have not, `lines_left` the whole lines among them')
            [CompletionResult]::new('deadletter', 'deadletter', [CompletionResultType]::ParameterValue, 'Look at the lines that a receiver refused for good, send them once more or drop them')
            [CompletionResult]::new('ingest', 'ingest', [CompletionResultType]::ParameterValue, 'Put log lines into the own logs database, as `serve` does with what it is sent')
            [CompletionResult]::new('search', 'search', [CompletionResultType]::ParameterValue, 'Search the stored log lines, newest first')
            [CompletionResult]::new('stats', 'stats', [CompletionResultType]::ParameterValue, 'Count the stored log lines')
            break
        }
        'tillwatch;help;logs;ship' {
            break
        }
        'tillwatch;help;logs;status' {
            break
        }
        'tillwatch;help;logs;deadletter' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the lines that receivers refused for good')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a line that a receiver refused, as it was sent: redacted, and cut where it was too long')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Send refused lines once more, under the ids that they had; those that are taken are dead letters no more')
            [CompletionResult]::new('drop', 'drop', [CompletionResultType]::ParameterValue, 'Delete refused lines; they are not sent any more')
            break
        }
        'tillwatch;help;logs;deadletter;list' {
            break
        }
        'tillwatch;help;logs;deadletter;show' {
            break
        }
        'tillwatch;help;logs;deadletter;retry' {
            break
        }
        'tillwatch;help;logs;deadletter;drop' {
            break
        }
        'tillwatch;help;logs;ingest' {
            break
        }
        'tillwatch;help;logs;search' {
            break
        }
        'tillwatch;help;logs;stats' {
            break
        }
        'tillwatch;help;metric' {
            [CompletionResult]::new('push', 'push', [CompletionResultType]::ParameterValue, 'Push one value, lines from stdin, a query''s result, or a program''s memory and CPU')
            [CompletionResult]::new('spool', 'spool', [CompletionResultType]::ParameterValue, 'See, send or drop what could not be pushed yet')
            break
        }
        'tillwatch;help;metric;push' {
            break
        }
        'tillwatch;help;metric;spool' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List what waits, oldest first: a line for what one request carries')
            [CompletionResult]::new('flush', 'flush', [CompletionResultType]::ParameterValue, 'Send what waits to the receiver of [push] now, which every push does first')
            [CompletionResult]::new('drop', 'drop', [CompletionResultType]::ParameterValue, 'Drop what waits, unsent')
            break
        }
        'tillwatch;help;metric;spool;list' {
            break
        }
        'tillwatch;help;metric;spool;flush' {
            break
        }
        'tillwatch;help;metric;spool;drop' {
            break
        }
        'tillwatch;help;baseline' {
            [CompletionResult]::new('refresh', 'refresh', [CompletionResultType]::ParameterValue, 'Learn every baseline anew from what was recorded')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what is usual for a metric')
            break
        }
        'tillwatch;help;baseline;refresh' {
            break
        }
        'tillwatch;help;baseline;show' {
            break
        }
        'tillwatch;help;serve' {
            break
        }
        'tillwatch;help;db' {
            [CompletionResult]::new('prune', 'prune', [CompletionResultType]::ParameterValue, 'Delete rows that are older than [retention] keeps them, and give their space back')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'See whether the own databases are whole')
            break
        }
        'tillwatch;help;db;prune' {
            break
        }
        'tillwatch;help;db;check' {
            break
        }
        'tillwatch;help;tokens' {
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a token and print it, this once')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List tokens, without what they are')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Make a token good for nothing; a running `serve` refuses it within seconds')
            break
        }
        'tillwatch;help;tokens;create' {
            break
        }
        'tillwatch;help;tokens;list' {
            break
        }
        'tillwatch;help;tokens;revoke' {
            break
        }
        'tillwatch;help;demo' {
            break
        }
        'tillwatch;help;generate' {
            break
        }
        'tillwatch;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
