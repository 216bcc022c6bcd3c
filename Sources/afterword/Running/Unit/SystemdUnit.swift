import Foundation

/// The unit of `afterword run` for systemd's user manager.
///
/// Only what a user's own manager can do on systemd 252: what needs a mount namespace works there by
/// `PrivateUsers` (systemd.exec(5)).
struct SystemdUnit {
    let site: RunSite

    static let name = "afterword.service"
    /// By this first line its own file is told from one that somebody else wrote.
    static let mark = "# Written by 'afterword service install'."

    /// The whole file.
    var text: String {
        """
        \(Self.mark) That command writes it anew, so put changes of
        # your own into another file: systemctl --user edit afterword
        [Unit]
        Description=Afterword: follow up job interviews, each note once and in time

        [Service]
        ExecStart=\(Self.word(site.program)) run
        \(environment)
        # What is deferred, or sent by another process just now, can be tried again; the rest waits for the user.
        Restart=on-failure
        RestartSec=60
        RestartPreventExitStatus=64 65 69 73 77 78
        # What is on its way gets 30 seconds to end.
        TimeoutStopSec=45
        UMask=0077
        LimitCORE=0

        \(Self.hardening)
        ReadWritePaths=\(writable)

        [Install]
        WantedBy=default.target

        """
    }

    /// The rest of the computer may be read and not changed; the network, the keyring and the desktop are there.
    private static let hardening = """
        PrivateUsers=yes
        NoNewPrivileges=yes
        CapabilityBoundingSet=
        ProtectSystem=strict
        PrivateTmp=yes
        PrivateDevices=yes
        ProtectClock=yes
        ProtectHostname=yes
        ProtectKernelLogs=yes
        ProtectKernelModules=yes
        ProtectKernelTunables=yes
        RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
        RestrictNamespaces=yes
        RestrictRealtime=yes
        RestrictSUIDSGID=yes
        LockPersonality=yes
        MemoryDenyWriteExecute=yes
        SystemCallArchitectures=native
        SystemCallFilter=@system-service
        SystemCallErrorNumber=EPERM
        """

    private var environment: String {
        site.environment.map { "Environment=" + Self.word("\($0.name)=\($0.value)") }
            .joined(separator: "\n")
    }

    /// GnuPG locks its files to read a password that 'pass' keeps, and 'oama' writes down the token that it renewed. The
    /// minus lets a folder be absent: then the program says what is wrong, and not systemd by a number.
    private var writable: String {
        ((site.folders + site.mailFolders).map { Self.word("-" + $0) }
            + ["-%h/.gnupg", "-%h/.local/state/oama"]).joined(separator: " ")
    }

    /// The folders that units which were written before, and what the user has added to them, do not let it write to.
    static func closed(_ folders: [String], in texts: [String]) -> [String] {
        let lines = texts.flatMap { $0.split(separator: "\n") }.filter { $0.hasPrefix("ReadWritePaths=") }
        let open = lines.joined(separator: " ").replacing("ReadWritePaths=", with: "")
        return folders.filter { folder in
            let above = sequence(first: folder) { path in
                let parent = (path as NSString).deletingLastPathComponent
                return parent == path || parent.isEmpty ? nil : parent
            }
            return !above.contains { path in
                ["-", "", "+", "-+"].contains { " \(open) ".contains(" " + word($0 + path) + " ") }
            }
        }
    }

    /// A word in quotes where it needs them, with nothing in it that systemd would replace (systemd.service(5), Command
    /// lines; systemd.unit(5), Specifiers). A dollar means itself, in the program's path too.
    static func word(_ text: String) -> String {
        let word = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("%", with: "%%")
        return word.contains { " '\";#".contains($0) } || word.isEmpty ? "\"\(word)\"" : word
    }
}
