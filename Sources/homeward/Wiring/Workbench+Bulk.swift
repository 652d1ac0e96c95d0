import Desk
import Store
import Workflow

extension Workbench {
  /// Records several commands, each by itself: what one is refused does not keep the others back.
  ///
  /// - Parameters:
  ///   - work: the commands.
  ///   - person: who asks for them.
  /// - Returns: what came of each, in order.
  func perform(_ work: BulkWork, by person: Person) -> [BulkOutcome] {
    // How many events of the same child came from the commands before.
    var own: [String: Int] = [:]
    return work.items.map { item in
      guard case .event(let kind, let child, let version) = item.submission.act else {
        return BulkOutcome(name: item.name, isDone: false, sentence: "not recorded")
      }
      do {
        let performed = try perform(
          item.submission.command, child: child, expecting: version + (own[child] ?? 0),
          [Command.Entry(kind, at: item.submission.at, item.submission.body)], by: person)
        own[child, default: 0] += performed.events.count
        let isFinished = performed.events.contains { $0.kind == .finalised }
        return BulkOutcome(
          name: item.name, isDone: true,
          sentence: (performed.events.first?.title ?? kind.title).lowercasedFirst
            + (isFinished
              ? "; the record is closed" : acknowledging(after: performed).map { "; \($0)" } ?? ""),
          act: performed.events.count == 1
            ? performed.events.first.flatMap { RecordedAct($0, of: performed.child) } : nil)
      } catch {
        return BulkOutcome(name: item.name, isDone: false, sentence: Self.sentence(error))
      }
    }
  }

  /// Why something was not recorded, in words.
  private static func sentence(_ error: any Error) -> String {
    switch error {
    case let refusal as Refusal: refusal.words
    case let error as StoreError: "\(error.sentence) \(error.wayForward)"
    case let failure as Failure: failure.sentence
    default: "not recorded: \(error)"
    }
  }
}
