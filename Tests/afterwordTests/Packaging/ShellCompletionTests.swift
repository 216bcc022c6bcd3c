import Foundation
import Testing

@Suite struct ShellCompletionTests {
    private let checkout: Checkout

    init() throws {
        checkout = try Checkout()
    }

    @Test(arguments: [("bash", "bash -n"), ("zsh", "zsh -n"), ("fish", "fish --no-execute")])
    func theScriptsAreSound(shell: String, check: String) throws {
        let said = try checkout.sh(
            "\"$program\" --generate-completion-script \(shell) >\"$scratch/script\" && \(check) \"$scratch/script\""
        )
        #expect(said.status == 0 && said.text.isEmpty, "\(said.text)")
    }

    @Test(arguments: [
        ("show ''", "show", ["1", "2"]), ("person show ''", "show", ["Jane Okafor", "Zoë Brontë"]),
        ("interview add --voice ''", "--voice", ["formal", "plain", "warm"]),
        ("templ", "afterword", ["templates"]),
    ])
    func bashOffersWhatTheProgramKnows(typed: String, before: String, offered: [String]) throws {
        let ada = try Applicant(at: nil)
        try ada.run(
            "interview", "add", "--organisation", "Saltmarsh", "--role", "Analyst", "--ended",
            "2026-01-20 15:00",
            "--panel", "Zoë Brontë <zoe@saltmarsh.example>", "--panel",
            "Jane Okafor <jane@saltmarsh.example>",
            "--json")
        let said = try checkout.sh(
            """
            "$program" --generate-completion-script bash >"$scratch/script"
            source "$scratch/script"
            afterword() { "$program" "$@"; }
            COMP_WORDS=("$program" \(typed)) COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _afterword afterword "${COMP_WORDS[-1]}" \(before)
            printf '%s\\n' "${COMPREPLY[@]}" | sort
            """, ["AFTERWORD_HOME": ada.home])
        let found = said.lines.map { $0.trimmingCharacters(in: .whitespaces).replacing("\\ ", with: " ") }
        #expect(Set(found).isSuperset(of: offered), "\(said.text)")
    }
}
