/// What is said where the page is opened.
extension Wording {
    /// A browser was asked to show the page; nobody tells whether it did.
    package static let pageOpened =
        "Afterword opens in your browser. If it doesn't, open this file in it within a minute:"

    /// There is no desktop, or no way to start a browser from here.
    package static let pageByHand =
        "There is no browser to start from here. Within a minute, open this file in a browser on this computer:"

    /// The command serves the page itself.
    package static let pageStays =
        "The page stays until you press Ctrl-C here, or until you have not used it for an hour."

    /// Somebody else has the page, and does not answer.
    package static let pageSilent: Sentence = """
        another Afterword on this computer has the page, and does not answer. \
        Wait a moment and try again; if that doesn't help, restart it: \(.restartService)
        """
}
