// What a pack may say that is composed of others. Each decision gives its reason.

extension Mapping {
  /// Every mapping of a composed pack.
  package static let ofComposedPacks = [
    composedPack, adults, landing, otherLanding, apart, completion, setAside,
  ]

  static let composedPack = Mapping(
    "a composed pack",
    [
      .needed("id", "its name for commands", "alderfleet-and-luton"),
      .needed("title", "what people call it", "Alderfleet and Luton together"),
      .needed("authority", "whose it is", "Alderfleet"),
      .needed("composed-of", "the packs, by their ids", "[lambeth-2023, luton]"),
      .needed(
        "acknowledged-by", "who must acknowledge a closure", "[team-manager, missing-coordinator]"),
      .optional("adults", "the one pack that speaks for adults", adults.example),
      .optional(
        "landings", "steps that land elsewhere than their packs say", "[\(landing.example)]"),
      .optional(
        "apart", "steps of one name that different people do", "[\(apart.example)]"),
      .optional("completions", "what alone completes a step", "[\(completion.example)]"),
      .optional("set-aside", "guards that give way to another one", "[\(setAside.example)]"),
      .optional("guards", "guards of its own, after those of its parts", "[\(guarding.example)]"),
      .optional("roles", "your names for roles", "{team-manager: Practice manager}"),
      .optional("trays", "your names for trays", "{rhi: Return team}"),
    ])

  private static let because = Key.needed("because", "the reason", "One of them alone says so.")

  static let adults = Mapping(
    "the word on adults",
    [
      .needed("from-age", "from which age on", "18"),
      .needed("only", "the pack that speaks of them", "luton"),
      because,
    ])

  static let landing = Mapping(
    "a landing",
    [
      .needed("steps", "the steps", "[rhi-offer]"),
      .optional("from", "only what its pack puts into these trays", "[rhi]"),
      .needed("when", "for whom", "{allocated: yes}"),
      .needed("tray", "where it lands then", "rhi"),
      .needed("role", "whose work it is then", "rhi-worker"),
      .needed("otherwise", "where it lands else", otherLanding.example),
      because,
    ])

  static let otherLanding = Mapping(
    "the other landing",
    [
      .needed("tray", "where it lands", "tys"),
      .needed("role", "whose work it is", "tys-worker"),
    ])

  static let apart = Mapping(
    "what stands apart", [.needed("steps", "the steps", "[strategy-meeting]"), because])

  static let completion = Mapping(
    "a completion",
    [
      .needed("step", "the step", "risk-rating"),
      .needed("done-by", "what alone completes it", "risk-assessed"),
      because,
    ])

  static let setAside = Mapping(
    "what is set aside",
    [
      .needed("on", "the event that the guards look at", "opened"),
      .needed("rules", "the guards, by their rules", "[LU-05]"),
      because,
    ])
}
