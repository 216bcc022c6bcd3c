/// The property list of `afterword run` for launchd (launchd.plist(5)), which macOS has instead of systemd.
struct LaunchdPlist {
    let site: RunSite

    static let label = "org.afterword.run"

    /// The whole file.
    var text: String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0">
        <dict>
            <key>Label</key>
            <string>\(Self.label)</string>
            <key>ProgramArguments</key>
            <array>
                <string>\(Self.escaped(site.program))</string>
                <string>run</string>
            </array>
            <key>EnvironmentVariables</key>
            <dict>
        \(environment)
            </dict>
            <key>RunAtLoad</key>
            <true/>
            <key>KeepAlive</key>
            <dict>
                <key>Crashed</key>
                <true/>
            </dict>
            <key>ProcessType</key>
            <string>Background</string>
            <key>ExitTimeOut</key>
            <integer>45</integer>
            <key>Umask</key>
            <integer>63</integer>
            <key>HardResourceLimits</key>
            <dict>
                <key>Core</key>
                <integer>0</integer>
            </dict>
        </dict>
        </plist>

        """
    }

    private var environment: String {
        site.environment.map { name, value in
            "        <key>\(name)</key>\n        <string>\(Self.escaped(value))</string>"
        }.joined(separator: "\n")
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
