import CSystem

/// The file system on which a desk lies, as the kernel names it.
package struct FileSystem: Hashable, Sendable {
  /// The kernel's number of its kind (`f_type` of statfs(2)).
  package let magic: UInt64
  /// Its size in bytes.
  package let total: UInt64
  /// The bytes that this account may still use.
  package let free: UInt64

  /// Makes one, such as to ask what would be said of it.
  package init(magic: UInt64, total: UInt64 = 0, free: UInt64 = 0) {
    self.magic = magic
    self.total = total
    self.free = free
  }

  /// The file system of a path, or nothing where the kernel does not say.
  package init?(of path: String) {
    var found = hw_file_system()
    guard hw_file_system_of(path, &found) == 0 else { return nil }
    self.init(magic: found.magic, total: found.total, free: found.free)
  }

  /// What people call it.
  package var name: String {
    FileSystem.shared[magic] ?? FileSystem.local[magic] ?? "0x" + String(magic, radix: 16)
  }

  /// Whether other computers may hold the same files: SQLite's log needs memory that all its users
  /// share, and their locks do not reach so far (https://sqlite.org/wal.html, "all processes on the
  /// same host").
  package var isShared: Bool { FileSystem.shared[magic] != nil }

  /// Whether what it holds is gone when the computer is switched off.
  package var isMemory: Bool { magic == 0x0102_1994 || magic == 0x8584_58F6 }

  /// By the numbers of statfs(2) and of the kernel's linux/magic.h.
  ///
  /// FUSE is among them: what lies behind it, such as sshfs, is not known.
  private static let shared: [UInt64: String] = [
    0x6969: "NFS", 0x517B: "SMB", 0xFF53_4D42: "CIFS", 0xFE53_4D42: "SMB2", 0x0102_1997: "9p",
    0x5346_414F: "AFS", 0x6B41_4653: "AFS", 0x7375_7245: "Coda", 0x564C: "NCP",
    0x6573_5546: "FUSE", 0x00C3_6400: "Ceph", 0x0BD0_0BD0: "Lustre", 0x4750_4653: "GPFS",
    0x7461_636F: "OCFS2", 0x0116_1970: "GFS2", 0x1983_0326: "FhGFS", 0x786F_4256: "VirtualBox",
    0xBACB_ACBC: "VMware", 0x6A65_6C50: "Parallels",
  ]

  private static let local: [UInt64: String] = [
    0xEF53: "ext4", 0x5846_5342: "XFS", 0x9123_683E: "Btrfs", 0x0102_1994: "tmpfs",
    0x8584_58F6: "ramfs", 0x794C_7630: "overlay", 0x2FC1_2FC1: "ZFS", 0xF2F5_2010: "F2FS",
    0xCA45_1A4E: "bcachefs", 0xF15F: "eCryptfs", 0x4D44: "FAT", 0x2011_BAB0: "exFAT",
    0x7366_746E: "NTFS", 0x3153_464A: "JFS", 0x5265_4973: "ReiserFS",
  ]
}
