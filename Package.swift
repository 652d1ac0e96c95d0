// swift-tools-version:6.2
import PackageDescription

// Dependencies between our own targets point one way: Workflow <- Procedures, Store, Exchange,
// Desk <- homeward. Grid is what Desk draws on and Terminal shows; only Terminal knows ncurses.

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let customDump = Target.Dependency.product(name: "CustomDump", package: "swift-custom-dump")

let package = Package(
  name: "homeward",
  // Not shipped: what the fault harness loads before a program.
  products: [.library(name: "FaultShim", type: .dynamic, targets: ["FaultShim"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/pointfreeco/swift-custom-dump", exact: "1.7.3"),
  ],
  targets: [
    // The program, from the core outwards.
    .target(name: "Workflow"),
    .target(
      name: "Procedures", dependencies: ["Workflow", yams, crypto], exclude: ["Packs"]),
    .target(name: "CSystem"),
    .target(name: "Store", dependencies: ["Workflow", "CSystem", grdb, crypto]),
    .target(name: "Exchange", dependencies: ["Workflow"]),
    .target(name: "Grid"),
    .target(name: "Desk", dependencies: ["Workflow", "Grid"]),
    .target(
      name: "CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "Terminal", dependencies: ["Grid", "CNcurses"]),
    .executableTarget(
      name: "homeward",
      dependencies: [
        "Desk", "Exchange", "Grid", "Procedures", "Store", "Terminal", "Workflow", argumentParser,
      ]),
    .executableTarget(name: "Bench", dependencies: ["Procedures", "Workflow"]),

    // One test target a module, and what they share.
    .target(name: "TestSupport", dependencies: ["Workflow"], path: "Tests/TestSupport"),
    .testTarget(name: "WorkflowTests", dependencies: ["Workflow", customDump]),
    .testTarget(
      name: "ProceduresTests", dependencies: ["Procedures", "Workflow", "TestSupport"],
      exclude: ["Corpus"]),
    // Work to be disturbed, a program that does it until it is killed, and who kills it.
    .target(
      name: "StorePractice", dependencies: ["Store", "TestSupport", "Workflow", grdb],
      path: "Tests/StorePractice"),
    .executableTarget(
      name: "StoreCrasher",
      dependencies: ["Store", "StorePractice", "TestSupport", "Workflow"],
      path: "Tests/StoreCrasher"),
    .target(name: "FaultShim", path: "Tests/FaultShim"),
    .executableTarget(
      name: "FaultHarness",
      dependencies: [
        "FaultShim", "Store", "StoreCrasher", "StorePractice", "TestSupport", "Workflow", grdb,
      ], path: "Tests/FaultHarness"),
    .testTarget(
      name: "StoreTests",
      dependencies: [
        "Store", "StoreCrasher", "StorePractice", "Workflow", "TestSupport", grdb,
      ]),
    .testTarget(name: "ExchangeTests", dependencies: ["Exchange", "Workflow", "TestSupport"]),
    .testTarget(name: "GridTests", dependencies: ["Grid", "Terminal"]),
    .testTarget(
      name: "DeskTests", dependencies: ["Desk", "Grid", "Terminal", "Workflow", "TestSupport"],
      exclude: ["Golden"]),
    .testTarget(
      name: "ProgramTests",
      dependencies: [
        "Desk", "Exchange", "FaultShim", "Grid", "Procedures", "Store", "Terminal", "Workflow",
        "TestSupport", "homeward",
      ],
      exclude: ["KeyScripts/Scripts"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where !["CNcurses", "CSystem", "FaultShim"].contains(target.name) {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
  ]
}
