import Sender

extension Application {
    /// Delivers what is due now, once, and sees to the copies of it.
    ///
    /// - Returns: what became of it, and why it ended before everything was tried; nil where it did not.
    package func sendDue() throws -> (report: SendReport, stopped: StoppedSending?) {
        let report = try sender().sendDue()
        // What can't be filed now is filed with the next sending.
        _ = try? sentFolder?.attendToTheEnd()
        return (report, StoppedSending(report.stop, by: try? configuration))
    }
}
