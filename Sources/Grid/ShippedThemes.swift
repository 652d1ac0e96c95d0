// Generated from Themes/*.theme by Scripts/embed-themes; edit those, not this.

/// The themes that come with the program, as text; each is read only when it is used.
let shippedThemes: [(name: String, source: String)] = [
  (
    "high-contrast",
    #"""
    # As much contrast as the terminal has; a black ground of its own at 256 colours.
    name = high-contrast

    text = mono:; 16:; 256: 231 on 16
    muted = mono:; 16:; 256: 231 on 16
    heading = mono: bold; 16: bold; 256: bold 231 on 16
    title-bar = mono: bold reverse; 16: bold reverse; 256: bold reverse 231 on 16
    frame-line = mono:; 16:; 256: 231 on 16
    frame-line-focused = mono: bold; 16: bold bright-yellow; 256: bold 226 on 16
    table-header = mono: underline; 16: bold underline; 256: bold underline 231 on 16
    selected = mono: reverse; 16: bold reverse; 256: bold reverse 231 on 16
    selected-unfocused = mono: bold underline; 16: bold underline; 256: bold underline 231 on 16
    key-hint = mono: bold; 16: bold bright-cyan; 256: bold 87 on 16
    key-label = mono:; 16:; 256: 231 on 16
    overdue = mono: bold reverse; 16: bold bright-white on red; 256: bold 231 on 124
    due = mono: bold; 16: bold; 256: bold 231 on 16
    today = mono: bold underline; 16: bold bright-yellow; 256: bold 226 on 16
    coming-up = mono:; 16:; 256: 231 on 16
    done = mono:; 16: bright-green; 256: 120 on 16
    not-required = mono:; 16:; 256: 231 on 16
    stage-done = mono:; 16: bright-green; 256: 120 on 16
    stage-now = mono: bold reverse; 16: bold reverse; 256: bold reverse 231 on 16
    stage-ahead = mono:; 16:; 256: 231 on 16
    field-label = mono:; 16:; 256: 231 on 16
    field-value = mono: bold; 16: bold; 256: bold 231 on 16
    field-focused = mono: underline; 16: bold underline; 256: bold underline 231 on 16
    placeholder = mono: underline; 16: underline; 256: underline 231 on 16
    error = mono: bold reverse; 16: bold bright-white on red; 256: bold 231 on 124
    warning = mono: bold underline; 16: bold black on bright-yellow; 256: bold 16 on 226
    success = mono: bold; 16: bold bright-green; 256: bold 120 on 16
    information = mono:; 16: bright-cyan; 256: 87 on 16
    badge = mono: reverse; 16: bold reverse; 256: bold reverse 231 on 16
    search-hit = mono: bold underline; 16: bold black on bright-yellow; 256: bold 16 on 226
    link = mono: underline; 16: underline bright-cyan; 256: underline 87 on 16
    dialog = mono:; 16:; 256: 231 on 16
    button = mono: bold; 16: bold underline; 256: bold underline 231 on 16
    button-focused = mono: bold reverse; 16: bold reverse; 256: bold reverse 231 on 16
    danger = mono: bold reverse; 16: bold bright-white on red; 256: bold 231 on 124
    restricted = mono: bold underline; 16: bold bright-magenta; 256: bold 219 on 16
    chart = mono:; 16: bright-cyan; 256: 87 on 16
    """#
  ),
  (
    "monochrome",
    #"""
    # No colour on any terminal: bold, dim, underline and reverse only.
    name = monochrome

    text = mono:; 16:; 256:
    muted = mono: dim; 16: dim; 256: dim
    heading = mono: bold; 16: bold; 256: bold
    title-bar = mono: reverse; 16: reverse; 256: reverse
    frame-line = mono: dim; 16: dim; 256: dim
    frame-line-focused = mono: bold; 16: bold; 256: bold
    table-header = mono: underline; 16: underline; 256: underline
    selected = mono: reverse; 16: reverse; 256: reverse
    selected-unfocused = mono: bold underline; 16: bold underline; 256: bold underline
    key-hint = mono: bold; 16: bold; 256: bold
    key-label = mono:; 16:; 256:
    overdue = mono: bold reverse; 16: bold reverse; 256: bold reverse
    due = mono: bold; 16: bold; 256: bold
    today = mono: bold underline; 16: bold underline; 256: bold underline
    coming-up = mono:; 16:; 256:
    done = mono: dim; 16: dim; 256: dim
    not-required = mono: dim; 16: dim; 256: dim
    stage-done = mono:; 16:; 256:
    stage-now = mono: bold reverse; 16: bold reverse; 256: bold reverse
    stage-ahead = mono: dim; 16: dim; 256: dim
    field-label = mono:; 16:; 256:
    field-value = mono: bold; 16: bold; 256: bold
    field-focused = mono: underline; 16: underline; 256: underline
    placeholder = mono: dim; 16: dim; 256: dim
    error = mono: bold reverse; 16: bold reverse; 256: bold reverse
    warning = mono: bold underline; 16: bold underline; 256: bold underline
    success = mono: bold; 16: bold; 256: bold
    information = mono:; 16:; 256:
    badge = mono: reverse; 16: reverse; 256: reverse
    search-hit = mono: bold underline; 16: bold underline; 256: bold underline
    link = mono: underline; 16: underline; 256: underline
    dialog = mono:; 16:; 256:
    button = mono: bold; 16: bold; 256: bold
    button-focused = mono: bold reverse; 16: bold reverse; 256: bold reverse
    danger = mono: bold reverse; 16: bold reverse; 256: bold reverse
    restricted = mono: bold underline; 16: bold underline; 256: bold underline
    chart = mono:; 16:; 256:
    """#
  ),
  (
    "terminal",
    #"""
    # The terminal's own colours, for light and dark grounds alike; the default.
    # No plain blue text, and nothing is told by colour alone.
    name = terminal

    text = mono:; 16:; 256:
    muted = mono: dim; 16: dim; 256: dim
    heading = mono: bold; 16: bold; 256: bold
    title-bar = mono: reverse; 16: reverse; 256: reverse
    frame-line = mono: dim; 16: dim; 256: dim
    frame-line-focused = mono: bold; 16: bold cyan; 256: bold cyan
    table-header = mono: underline; 16: underline; 256: underline
    selected = mono: reverse; 16: reverse; 256: reverse
    selected-unfocused = mono: bold underline; 16: bold underline; 256: bold underline
    key-hint = mono: bold; 16: bold cyan; 256: bold cyan
    key-label = mono:; 16:; 256:
    overdue = mono: bold reverse; 16: bold red; 256: bold red
    due = mono: bold; 16: bold; 256: bold
    today = mono: bold underline; 16: bold yellow; 256: bold yellow
    coming-up = mono:; 16: default; 256: default
    done = mono: dim; 16: green; 256: green
    not-required = mono: dim; 16: dim; 256: dim
    stage-done = mono:; 16: green; 256: green
    stage-now = mono: bold reverse; 16: bold reverse; 256: bold reverse
    stage-ahead = mono: dim; 16: dim; 256: dim
    field-label = mono:; 16: cyan; 256: cyan
    field-value = mono: bold; 16: bold; 256: bold
    field-focused = mono: underline; 16: underline; 256: underline
    placeholder = mono: dim; 16: dim; 256: dim
    error = mono: bold reverse; 16: bold red; 256: bold red
    warning = mono: bold underline; 16: bold yellow; 256: bold yellow
    success = mono: bold; 16: bold green; 256: bold green
    information = mono:; 16: cyan; 256: cyan
    badge = mono: reverse; 16: reverse; 256: reverse
    search-hit = mono: bold underline; 16: bold underline yellow; 256: bold underline yellow
    link = mono: underline; 16: underline cyan; 256: underline cyan
    dialog = mono:; 16:; 256:
    button = mono: bold; 16: bold; 256: bold
    button-focused = mono: bold reverse; 16: bold reverse; 256: bold reverse
    danger = mono: bold reverse; 16: bold white on red; 256: bold 231 on 160
    restricted = mono: bold underline; 16: bold magenta; 256: bold magenta
    chart = mono:; 16: cyan; 256: cyan
    """#
  ),
]
