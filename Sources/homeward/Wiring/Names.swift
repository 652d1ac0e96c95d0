import Desk

// The store counts trays, too: here the screens' count is meant, by a name of its own.
typealias ShownTrayCount = TrayCount
