//! Jobs as systemd units: a service and a timer each.

use std::fmt::Write as _;

use super::{Installation, Scheduled, calendar, words};

/// File names and texts of the units of all jobs.
pub(crate) fn units(jobs: &[Scheduled], installation: &Installation) -> Vec<(String, String)> {
    let unit = |job: &Scheduled| {
        let name = format!("tillwatch-{}", job.name);
        [
            (format!("{name}.service"), service(job, installation)),
            (format!("{name}.timer"), timer(job, installation)),
        ]
    };
    jobs.iter().flat_map(unit).collect()
}

fn head(job: &Scheduled, installation: &Installation) -> String {
    let config = installation.config.display().to_string();
    format!(
        "# Made by `tillwatch schedule print --as systemd` from {config}: change it there.\n\
         [Unit]\n\
         Description=tillwatch {}\n",
        job.words.join(" ").replace('%', "%%")
    )
}

fn service(job: &Scheduled, installation: &Installation) -> String {
    let list = |words: &[String], escape: fn(&str) -> String| -> String {
        words.iter().map(|word| escape(word)).collect::<Vec<_>>().join(" ")
    };
    let folders: Vec<_> =
        installation.folders.iter().map(|folder| folder.to_string_lossy().into_owned()).collect();
    // WorkingDirectory= and EnvironmentFile= take the rest of the line as it is, but for specifiers.
    let folder = folders.first().map(|folder| folder.replace('%', "%%")).unwrap_or_default();
    let user = installation.user.as_ref().map(|user| format!("User={user}\n")).unwrap_or_default();
    head(job, installation)
        + &format!(
            "Wants=network-online.target\n\
             After=network-online.target\n\
             \n\
             [Service]\n\
             Type=oneshot\n\
             ExecStart={}\n\
             # 1: something watched is not well; 4: another run holds the work. Neither is a fault of the service.\n\
             SuccessExitStatus=1 4\n\
             WorkingDirectory={folder}\n\
             # Variables that the configuration names by env:, one NAME=VALUE a line, readable by root alone.\n\
             EnvironmentFile=-{folder}/tillwatch.env\n\
             {user}\
             NoNewPrivileges=yes\n\
             PrivateTmp=yes\n\
             ProtectSystem=strict\n\
             ReadWritePaths={}\n\
             ProtectKernelTunables=yes\n\
             ProtectKernelModules=yes\n\
             ProtectControlGroups=yes\n\
             RestrictSUIDSGID=yes\n\
             LockPersonality=yes\n",
            list(&installation.words(job), words::for_systemd),
            list(&folders, words::for_systemd_list),
        )
}

fn timer(job: &Scheduled, installation: &Installation) -> String {
    let mut text = head(job, installation) + "\n[Timer]\n";
    for event in calendar::on_calendar(&job.cron, &job.zone) {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "OnCalendar={event}");
    }
    text + "# The default would let a run drift by a minute.\n\
            AccuracySec=1s\n\
            # What was missed while the machine was off runs once when it is back.\n\
            Persistent=true\n\
            \n\
            [Install]\n\
            WantedBy=timers.target\n"
}
