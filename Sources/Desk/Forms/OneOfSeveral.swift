import Workflow

// Which step a form is about, where several of its name are open.

extension FormScreen {
  /// The open step that the form does, holds or moves, as it is typed.
  func meant(in page: ChildPage) -> WorkStep? {
    let body = body
    return page.steps.doing(
      body[.step], part: body[.part], in: body[.episode] ?? page.record?.current?.reference)
  }

  /// `▸ Of 2 open, this one: record, due Mon 23 Nov 14:00`; nothing where only one of its name is open.
  func oneOfSeveral(_ page: ChildPage) -> [String] {
    guard let step = meant(in: page) else { return [] }
    let twins = step.openTwins(among: page.steps)
    guard !twins.isEmpty,
      let mark = step.apart(from: twins, procedure: page.procedure, asOf: moment)
    else { return [] }
    return ["▸ “\(step.name)” is open \(twins.count + 1) times. This one: \(mark)"]
  }

  /// What is recorded without being asked; the part of a step no longer once another step is typed.
  var fixedNow: Body {
    let name = Field<String>.step.name
    guard fixed[.part] != nil, let line = line(name), line.text.text != initial[name] else {
      return fixed
    }
    var body = fixed
    body[.part] = nil
    body[.episode] = nil
    return body
  }
}
