/// Configurations as text, for tests that look at one line of them.
package enum Sample {
    package static let me = "me:\n  name: Ada Example\n  email: ada@example.org\n  time_zone: Europe/London\n"
    package static let smtp =
        "smtp:\n  url: smtp://mail.example.org\n  user: ada\n  password_command: pass show mail\n"
    package static let all = me + smtp
}
