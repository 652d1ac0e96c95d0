import Testing

@testable import Store

@Suite("Names in plain letters")
struct NameFoldingTests {
  @Test(
    "marks of every language of a borough's register go",
    arguments: [
      ("Nguyễn, Đặng Thị Hương", "nguyen dang thi huong"), ("Ștefănescu Ioana", "stefanescu ioana"),
      ("O’Neill-Traoré", "oneill traore"), ("Ŵyn Ẃilliams", "wyn williams"),
      ("Wójcik Siân", "wojcik sian"),
    ])
  func folds(name: String, plain: String) { #expect(folded(name) == plain) }
}
