/// Every row, in the order of the table.
enum Faults {
  static let all = [
    PowerCuts.syncs, Kills.atRandom, Kills.everywhere, PowerCuts.cuts, PowerCuts.compound,
    DiskErrors.full, DiskErrors.failing, DiskErrors.failingThenCut, DiskErrors.short, Drafts.typing,
    Together.writing, Together.conflicts, Together.storm, IdleReader.open, Together.stopped,
    Together.twice,
    Tampering.classes, Tampering.tails, Flips.damage, Tampering.falseAlarms,
    Backups.underLoad, HalfDone.backup, HalfDone.restore, Backups.damaged,
  ]
}
