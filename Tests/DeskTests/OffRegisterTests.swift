import Desk
import Testing
import Workflow

@Suite("A child whose entry is off the register")
struct OffRegisterTests {
  @Test(
    "a child's page is left once the entry is off the register; what somebody types there stays")
  func offRegister() throws {
    let child = try Sample.missing()
    let page = Screen.child(ChildScreen(page: Sample.page(child), step: nil))
    var world = World(Sample.desk(me: Sample.coordinator, showing: page), [child])
    world.isSilent = true
    world.arrive(.offRegister(child: "somebody else"))
    #expect(world.child != nil)
    world.desk.toast = nil
    world.arrive(.offRegister(child: child.id))
    #expect(world.child == nil && world.desk.context == .trays)
    #expect(
      world.desk.toast?.text.hasSuffix("the triage that entered the child was taken back") == true)
    var typing = World(Sample.desk(me: Sample.coordinator, showing: page), [child])
    typing.press("n")
    typing.isSilent = true
    typing.arrive(.offRegister(child: child.id))
    #expect(typing.form != nil)
  }
}
