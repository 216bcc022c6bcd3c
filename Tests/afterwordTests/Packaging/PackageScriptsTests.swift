import Foundation
import Testing

/// What a package runs on a machine: at an upgrade, at a removal, and for a report of a fault.
@Suite struct PackageScriptsTests {
    private let checkout: Checkout

    init() throws {
        checkout = try Checkout()
        try checkout.scratch.folder("bin")
    }

    private func program(_ name: String, _ script: String) throws {
        try checkout.scratch.file("bin/" + name, "#!/bin/sh\n" + script, mode: 0o700)
    }

    @Test(arguments: ["postinst", "prerm", "postrm", "bug"])
    func theyAreSound(name: String) throws {
        #expect(try checkout.sh("sh -n Packaging/\(name)").status == 0)
    }

    /// Where systemd is not at work, as in a container, nothing is asked of it; no argument ever removes a file.
    @Test(arguments: [
        "postinst configure", "postinst configure 0.1.0", "prerm remove", "prerm upgrade 1", "postrm purge",
    ])
    func theyTouchNothingOfAnybodys(call: String) throws {
        for name in ["rm", "find", "systemctl", "deb-systemd-invoke"] {
            try program(name, "echo \"\(name) $*\"\n")
        }
        let said = try checkout.sh(
            "sh Packaging/\(call)", ["PATH": checkout.scratch.path + "/bin:/usr/bin:/bin"])
        #expect(said.status == 0)
        for line in said.lines { #expect(!line.hasPrefix("rm") && !line.hasPrefix("find")) }
    }

    @Test func aReportHoldsVersionsAndCodesAndNobodysName() throws {
        try program(
            "afterword",
            """
            case $1 in
            --version) echo 1.2.3 ;;
            doctor) echo '[ { "code" : "server", "ok" : false, "text" : "mail.example.org refuses ada@example.org" },
            {"code":"files","ok":true,"text":"only Ada can read /home/ada"} ]' ;;
            esac

            """)
        try program(
            "dpkg-query",
            """
            case "$*" in
            *Depends*) echo 'libc6 (>= 2.36), libcurl4 (>= 7.88) | libcurl5' ;;
            *) for last; do :; done; echo "$last 9.9" ;;
            esac

            """)
        let said = try checkout.sh(
            "sh Packaging/bug 3>&1", ["PATH": checkout.scratch.path + "/bin:/usr/bin:/bin"])
        #expect(said.status == 0)
        #expect(
            said.lines == [
                "-- afterword 1.2.3", "libc6 9.9", "libcurl4 9.9", "libcurl5 9.9", "-- afterword doctor",
                "server: needs attention",
                "files: in order",
            ], "\(said.text)")
    }
}
