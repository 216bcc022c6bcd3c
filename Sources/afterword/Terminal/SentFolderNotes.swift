import Application
import Wording

extension Application {
    /// Sees to the Sent folder at the end of a command, whose outcome it changes in no way; what it has to tell goes to
    /// standard error.
    ///
    /// - Parameter quietly: says nothing of copies that have to wait.
    func attendToSentFolder(quietly: Bool = false) {
        do {
            guard let folder = try sentFolder else { return }
            for news in folder.news(try folder.attendToTheEnd()) { say(news, quietly) }
        } catch {
            say(.waiting(error), quietly)
        }
    }

    private func say(_ news: SentFolderNews, _ quietly: Bool) {
        if quietly, case .waiting = news { return }
        Output.problem("Note: " + Wording.text(news).spelled)
    }
}
