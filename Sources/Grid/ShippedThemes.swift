// Generated from Themes/*.theme by Scripts/embed-themes; edit those, not this.

/// The themes that come with the program, as text; each is read only when it is used.
let shippedThemes: [(name: String, source: String)] = [
  (
    "dark",
    #"""
    # For dark rooms and dark terminals, on a ground of its own.
    name = dark

    text = mono:; 16: white on black; 256: 252 on 234
    muted = mono: dim; 16: white on black; 256: 246 on 234
    heading = mono: bold; 16: bold bright-white on black; 256: bold 231 on 234
    title-bar = mono: reverse; 16: bold black on white; 256: bold 252 on 238
    frame-line = mono: dim; 16: white on black; 256: 246 on 234
    frame-line-focused = mono: bold; 16: bold bright-cyan on black; 256: bold 80 on 234
    table-header = mono: underline; 16: underline white on black; 256: underline 252 on 234
    selected = mono: reverse; 16: bold black on cyan; 256: bold 231 on 24
    selected-unfocused = mono: bold underline; 16: bold underline white on black; 256: bold underline 252 on 234
    key-hint = mono: bold; 16: bold bright-cyan on black; 256: bold 80 on 234
    key-label = mono:; 16: white on black; 256: 252 on 234
    overdue = mono: bold reverse; 16: bold bright-red on black; 256: bold 210 on 234
    due = mono: bold; 16: bold white on black; 256: bold 252 on 234
    today = mono: bold underline; 16: bold underline bright-yellow on black; 256: bold underline 221 on 234
    coming-up = mono:; 16: white on black; 256: 252 on 234
    done = mono: dim; 16: bright-green on black; 256: 114 on 234
    not-required = mono: dim; 16: white on black; 256: 246 on 234
    stage-done = mono:; 16: bright-green on black; 256: 114 on 234
    stage-now = mono: bold reverse; 16: bold black on cyan; 256: bold 231 on 24
    stage-ahead = mono: dim; 16: white on black; 256: 246 on 234
    field-label = mono:; 16: bright-cyan on black; 256: 80 on 234
    field-value = mono: bold; 16: bold white on black; 256: bold 252 on 234
    field-focused = mono: underline; 16: underline white on black; 256: underline 252 on 234
    placeholder = mono: dim; 16: white on black; 256: 246 on 234
    error = mono: bold reverse; 16: bold bright-red on black; 256: bold 210 on 234
    warning = mono: bold underline; 16: bold underline bright-yellow on black; 256: bold underline 221 on 234
    success = mono: bold; 16: bold bright-green on black; 256: bold 114 on 234
    information = mono:; 16: bright-cyan on black; 256: 80 on 234
    badge = mono: reverse; 16: bold black on white; 256: bold 231 on 240
    search-hit = mono: bold underline; 16: bold underline black on bright-yellow; 256: bold underline 16 on 221
    link = mono: underline; 16: underline bright-cyan on black; 256: underline 80 on 234
    dialog = mono:; 16: white on black; 256: 252 on 234
    button = mono: bold; 16: bold underline white on black; 256: bold underline 252 on 234
    button-focused = mono: bold reverse; 16: bold black on cyan; 256: bold 231 on 24
    danger = mono: bold reverse; 16: bold bright-white on red; 256: bold 231 on 124
    restricted = mono: bold underline; 16: bold underline bright-white on black; 256: bold underline 176 on 234
    chart = mono:; 16: bright-cyan on black; 256: 80 on 234
    """#
  ),
  (
    "deuteranopia",
    #"""
    # For eyes that confuse red and green: blue and orange, and what is late stands on a ground of its own.
    name = deuteranopia

    text = mono:; 16: white on black; 256: 252 on 234
    muted = mono: dim; 16: white on black; 256: 246 on 234
    heading = mono: bold; 16: bold bright-white on black; 256: bold 231 on 234
    title-bar = mono: reverse; 16: bold black on white; 256: bold 252 on 238
    frame-line = mono: dim; 16: white on black; 256: 246 on 234
    frame-line-focused = mono: bold; 16: bold bright-cyan on black; 256: bold 117 on 234
    table-header = mono: underline; 16: underline white on black; 256: underline 252 on 234
    selected = mono: reverse; 16: bold black on white; 256: bold 231 on 24
    selected-unfocused = mono: bold underline; 16: bold underline white on black; 256: bold underline 252 on 234
    key-hint = mono: bold; 16: bold bright-cyan on black; 256: bold 117 on 234
    key-label = mono:; 16: white on black; 256: 252 on 234
    overdue = mono: bold reverse; 16: bold black on bright-yellow; 256: bold 16 on 214
    due = mono: bold; 16: bold white on black; 256: bold 252 on 234
    today = mono: bold underline; 16: bold underline bright-yellow on black; 256: bold underline 229 on 234
    coming-up = mono:; 16: white on black; 256: 252 on 234
    done = mono: dim; 16: bright-cyan on black; 256: 75 on 234
    not-required = mono: dim; 16: white on black; 256: 246 on 234
    stage-done = mono:; 16: bright-cyan on black; 256: 75 on 234
    stage-now = mono: bold reverse; 16: bold black on white; 256: bold 231 on 24
    stage-ahead = mono: dim; 16: white on black; 256: 246 on 234
    field-label = mono:; 16: bright-cyan on black; 256: 117 on 234
    field-value = mono: bold; 16: bold white on black; 256: bold 252 on 234
    field-focused = mono: underline; 16: underline white on black; 256: underline 252 on 234
    placeholder = mono: dim; 16: white on black; 256: 246 on 234
    error = mono: bold reverse; 16: bold black on bright-yellow; 256: bold 16 on 214
    warning = mono: bold underline; 16: bold underline bright-yellow on black; 256: bold underline 229 on 234
    success = mono: bold; 16: bold bright-cyan on black; 256: bold 75 on 234
    information = mono:; 16: bright-cyan on black; 256: 117 on 234
    badge = mono: reverse; 16: bold black on white; 256: bold 231 on 240
    search-hit = mono: bold underline; 16: bold underline black on bright-yellow; 256: bold underline 16 on 229
    link = mono: underline; 16: underline bright-cyan on black; 256: underline 117 on 234
    dialog = mono:; 16: white on black; 256: 252 on 234
    button = mono: bold; 16: bold underline white on black; 256: bold underline 252 on 234
    button-focused = mono: bold reverse; 16: bold black on white; 256: bold 231 on 24
    danger = mono: bold reverse; 16: bold black on bright-yellow; 256: bold 16 on 208
    restricted = mono: bold underline; 16: bold underline bright-white on black; 256: bold underline 231 on 234
    chart = mono:; 16: bright-cyan on black; 256: 117 on 234
    """#
  ),
  (
    "high-contrast",
    #"""
    # As much contrast as the terminal has; a black ground of its own at 256 colours.
    name = high-contrast

    text = mono:; 16: bright-white on black; 256: 231 on 16
    muted = mono:; 16: bright-white on black; 256: 231 on 16
    heading = mono: bold; 16: bold bright-white on black; 256: bold 231 on 16
    title-bar = mono: bold reverse; 16: bold reverse bright-white on black; 256: bold reverse 231 on 16
    frame-line = mono:; 16: bright-white on black; 256: 231 on 16
    frame-line-focused = mono: bold; 16: bold bright-yellow on black; 256: bold 226 on 16
    table-header = mono: underline; 16: bold underline bright-white on black; 256: bold underline 231 on 16
    selected = mono: reverse; 16: bold reverse bright-white on black; 256: bold reverse 231 on 16
    selected-unfocused = mono: bold underline; 16: bold underline bright-white on black; 256: bold underline 231 on 16
    key-hint = mono: bold; 16: bold bright-cyan on black; 256: bold 87 on 16
    key-label = mono:; 16: bright-white on black; 256: 231 on 16
    overdue = mono: bold reverse; 16: bold bright-white on red; 256: bold 231 on 124
    due = mono: bold; 16: bold bright-white on black; 256: bold 231 on 16
    today = mono: bold underline; 16: bold bright-yellow on black; 256: bold 226 on 16
    coming-up = mono:; 16: bright-white on black; 256: 231 on 16
    done = mono:; 16: bright-green on black; 256: 120 on 16
    not-required = mono:; 16: bright-white on black; 256: 231 on 16
    stage-done = mono: underline; 16: bright-green on black; 256: 120 on 16
    stage-now = mono: bold reverse; 16: bold reverse bright-white on black; 256: bold reverse 231 on 16
    stage-ahead = mono:; 16: bright-white on black; 256: 231 on 16
    field-label = mono:; 16: bright-white on black; 256: 231 on 16
    field-value = mono: bold; 16: bold bright-white on black; 256: bold 231 on 16
    field-focused = mono: underline; 16: bold underline bright-white on black; 256: bold underline 231 on 16
    placeholder = mono:; 16: underline bright-white on black; 256: underline 231 on 16
    error = mono: bold reverse; 16: bold bright-white on red; 256: bold 231 on 124
    warning = mono: bold underline; 16: bold black on bright-yellow; 256: bold 16 on 226
    success = mono: bold; 16: bold bright-green on black; 256: bold 120 on 16
    information = mono:; 16: bright-cyan on black; 256: 87 on 16
    badge = mono: reverse; 16: bold reverse bright-white on black; 256: bold reverse 231 on 16
    search-hit = mono: bold underline; 16: bold black on bright-yellow; 256: bold 16 on 226
    link = mono: underline; 16: underline bright-cyan on black; 256: underline 87 on 16
    dialog = mono:; 16: bright-white on black; 256: 231 on 16
    button = mono: bold; 16: bold underline bright-white on black; 256: bold underline 231 on 16
    button-focused = mono: bold reverse; 16: bold reverse bright-white on black; 256: bold reverse 231 on 16
    danger = mono: bold reverse; 16: bold bright-white on red; 256: bold 231 on 124
    restricted = mono: bold underline; 16: bold underline bright-white on black; 256: bold 219 on 16
    chart = mono:; 16: bright-cyan on black; 256: 87 on 16
    """#
  ),
  (
    "light",
    #"""
    # For bright rooms and light terminals, on a ground of its own.
    # With 16 colours only black and red can be read on white everywhere; the attributes do the rest.
    name = light

    text = mono:; 16: black on bright-white; 256: 235 on 255
    muted = mono: dim; 16: black on bright-white; 256: 241 on 255
    heading = mono: bold; 16: bold black on bright-white; 256: bold 16 on 255
    title-bar = mono: reverse; 16: bold bright-white on black; 256: bold 231 on 238
    frame-line = mono: dim; 16: black on bright-white; 256: 241 on 255
    frame-line-focused = mono: bold; 16: bold black on bright-white; 256: bold 24 on 255
    table-header = mono: underline; 16: underline black on bright-white; 256: underline 235 on 255
    selected = mono: reverse; 16: bold bright-white on black; 256: bold 231 on 24
    selected-unfocused = mono: bold underline; 16: bold underline black on bright-white; 256: bold underline 235 on 255
    key-hint = mono: bold; 16: bold black on bright-white; 256: bold 24 on 255
    key-label = mono:; 16: black on bright-white; 256: 235 on 255
    overdue = mono: bold reverse; 16: bold red on bright-white; 256: bold 124 on 255
    due = mono: bold; 16: bold black on bright-white; 256: bold 235 on 255
    today = mono: bold underline; 16: bold underline black on bright-white; 256: bold underline 94 on 255
    coming-up = mono:; 16: black on bright-white; 256: 235 on 255
    done = mono: dim; 16: black on bright-white; 256: 22 on 255
    not-required = mono: dim; 16: black on bright-white; 256: 241 on 255
    stage-done = mono:; 16: black on bright-white; 256: 22 on 255
    stage-now = mono: bold reverse; 16: bold bright-white on black; 256: bold 231 on 24
    stage-ahead = mono: dim; 16: black on bright-white; 256: 241 on 255
    field-label = mono:; 16: black on bright-white; 256: 24 on 255
    field-value = mono: bold; 16: bold black on bright-white; 256: bold 235 on 255
    field-focused = mono: underline; 16: underline black on bright-white; 256: underline 235 on 255
    placeholder = mono: dim; 16: black on bright-white; 256: 241 on 255
    error = mono: bold reverse; 16: bold red on bright-white; 256: bold 124 on 255
    warning = mono: bold underline; 16: bold underline black on bright-white; 256: bold underline 94 on 255
    success = mono: bold; 16: bold black on bright-white; 256: bold 22 on 255
    information = mono:; 16: black on bright-white; 256: 24 on 255
    badge = mono: reverse; 16: bold bright-white on black; 256: bold 231 on 238
    search-hit = mono: bold underline; 16: bold underline black on bright-yellow; 256: bold underline 16 on 221
    link = mono: underline; 16: underline black on bright-white; 256: underline 24 on 255
    dialog = mono:; 16: black on bright-white; 256: 235 on 255
    button = mono: bold; 16: bold underline black on bright-white; 256: bold underline 235 on 255
    button-focused = mono: bold reverse; 16: bold bright-white on black; 256: bold 231 on 24
    danger = mono: bold reverse; 16: bold bright-white on red; 256: bold 231 on 124
    restricted = mono: bold underline; 16: bold underline black on bright-white; 256: bold underline 90 on 255
    chart = mono:; 16: black on bright-white; 256: 24 on 255
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
    "porchlight",
    #"""
    # The light left on for somebody who is on the way home: warm, for nights; little blue.
    name = porchlight

    text = mono:; 16: white on black; 256: 223 on 233
    muted = mono: dim; 16: white on black; 256: 137 on 233
    heading = mono: bold; 16: bold bright-yellow on black; 256: bold 222 on 233
    title-bar = mono: reverse; 16: bold black on bright-yellow; 256: bold 223 on 236
    frame-line = mono: dim; 16: white on black; 256: 137 on 233
    frame-line-focused = mono: bold; 16: bold bright-yellow on black; 256: bold 215 on 233
    table-header = mono: underline; 16: underline white on black; 256: underline 223 on 233
    selected = mono: reverse; 16: bold black on bright-yellow; 256: bold 230 on 94
    selected-unfocused = mono: bold underline; 16: bold underline white on black; 256: bold underline 223 on 233
    key-hint = mono: bold; 16: bold bright-yellow on black; 256: bold 215 on 233
    key-label = mono:; 16: white on black; 256: 223 on 233
    overdue = mono: bold reverse; 16: bold bright-white on red; 256: bold 16 on 209
    due = mono: bold; 16: bold white on black; 256: bold 223 on 233
    today = mono: bold underline; 16: bold underline bright-yellow on black; 256: bold underline 222 on 233
    coming-up = mono:; 16: white on black; 256: 223 on 233
    done = mono: dim; 16: bright-green on black; 256: 108 on 233
    not-required = mono: dim; 16: white on black; 256: 137 on 233
    stage-done = mono:; 16: bright-green on black; 256: 108 on 233
    stage-now = mono: bold reverse; 16: bold black on bright-yellow; 256: bold 230 on 94
    stage-ahead = mono: dim; 16: white on black; 256: 137 on 233
    field-label = mono:; 16: bright-yellow on black; 256: 215 on 233
    field-value = mono: bold; 16: bold white on black; 256: bold 223 on 233
    field-focused = mono: underline; 16: underline white on black; 256: underline 223 on 233
    placeholder = mono: dim; 16: white on black; 256: 137 on 233
    error = mono: bold reverse; 16: bold bright-white on red; 256: bold 16 on 209
    warning = mono: bold underline; 16: bold underline bright-yellow on black; 256: bold underline 222 on 233
    success = mono: bold; 16: bold bright-green on black; 256: bold 108 on 233
    information = mono:; 16: bright-yellow on black; 256: 215 on 233
    badge = mono: reverse; 16: bold black on bright-yellow; 256: bold 222 on 237
    search-hit = mono: bold underline; 16: bold underline black on bright-yellow; 256: bold underline 16 on 222
    link = mono: underline; 16: underline bright-yellow on black; 256: underline 215 on 233
    dialog = mono:; 16: white on black; 256: 223 on 233
    button = mono: bold; 16: bold underline white on black; 256: bold underline 223 on 233
    button-focused = mono: bold reverse; 16: bold black on bright-yellow; 256: bold 230 on 94
    danger = mono: bold reverse; 16: bold bright-white on red; 256: bold 231 on 124
    restricted = mono: bold underline; 16: bold underline bright-white on black; 256: bold underline 182 on 233
    chart = mono:; 16: bright-yellow on black; 256: 215 on 233
    """#
  ),
  (
    "terminal",
    #"""
    # The terminal's own colours, for light and dark grounds alike; the default.
    # No plain blue text, and nothing is told by colour alone. Of 256 colours those are taken that can be
    # read on black and on white.
    name = terminal

    text = mono:; 16:; 256:
    muted = mono: dim; 16: dim; 256: dim
    heading = mono: bold; 16: bold; 256: bold
    title-bar = mono: reverse; 16: reverse; 256: reverse
    frame-line = mono: dim; 16: dim; 256: dim
    frame-line-focused = mono: bold; 16: bold cyan; 256: bold 30
    table-header = mono: underline; 16: underline; 256: underline
    selected = mono: reverse; 16: reverse; 256: reverse
    selected-unfocused = mono: bold underline; 16: bold underline; 256: bold underline
    key-hint = mono: bold; 16: bold cyan; 256: bold 30
    key-label = mono:; 16:; 256:
    overdue = mono: bold reverse; 16: bold red; 256: bold 161
    due = mono: bold; 16: bold; 256: bold
    today = mono: bold underline; 16: bold yellow; 256: bold 130
    coming-up = mono:; 16: default; 256: default
    done = mono: dim; 16: green; 256: 28
    not-required = mono: dim; 16: dim; 256: dim
    stage-done = mono:; 16: green; 256: 28
    stage-now = mono: bold reverse; 16: bold reverse; 256: bold reverse
    stage-ahead = mono: dim; 16: dim; 256: dim
    field-label = mono:; 16: cyan; 256: 30
    field-value = mono: bold; 16: bold; 256: bold
    field-focused = mono: underline; 16: underline; 256: underline
    placeholder = mono: dim; 16: dim; 256: dim
    error = mono: bold reverse; 16: bold red; 256: bold 161
    warning = mono: bold underline; 16: bold yellow; 256: bold 130
    success = mono: bold; 16: bold green; 256: bold 28
    information = mono:; 16: cyan; 256: 30
    badge = mono: reverse; 16: reverse; 256: reverse
    search-hit = mono: bold underline; 16: bold underline yellow; 256: bold underline 130
    link = mono: underline; 16: underline cyan; 256: underline 30
    dialog = mono:; 16:; 256:
    button = mono: bold; 16: bold; 256: bold
    button-focused = mono: bold reverse; 16: bold reverse; 256: bold reverse
    danger = mono: bold reverse; 16: bold bright-white on red; 256: bold 231 on 160
    restricted = mono: bold underline; 16: bold magenta; 256: bold 133
    chart = mono:; 16: cyan; 256: 30
    """#
  ),
  (
    "tritanopia",
    #"""
    # For eyes that confuse blue and green, yellow and violet: red and cyan, and what is late stands on a
    # ground of its own.
    name = tritanopia

    text = mono:; 16: white on black; 256: 252 on 234
    muted = mono: dim; 16: white on black; 256: 246 on 234
    heading = mono: bold; 16: bold bright-white on black; 256: bold 231 on 234
    title-bar = mono: reverse; 16: bold black on white; 256: bold 252 on 238
    frame-line = mono: dim; 16: white on black; 256: 246 on 234
    frame-line-focused = mono: bold; 16: bold bright-cyan on black; 256: bold 80 on 234
    table-header = mono: underline; 16: underline white on black; 256: underline 252 on 234
    selected = mono: reverse; 16: bold black on cyan; 256: bold 16 on 116
    selected-unfocused = mono: bold underline; 16: bold underline white on black; 256: bold underline 252 on 234
    key-hint = mono: bold; 16: bold bright-cyan on black; 256: bold 80 on 234
    key-label = mono:; 16: white on black; 256: 252 on 234
    overdue = mono: bold reverse; 16: bold bright-white on red; 256: bold 231 on 124
    due = mono: bold; 16: bold white on black; 256: bold 252 on 234
    today = mono: bold underline; 16: bold underline bright-white on black; 256: bold underline 224 on 234
    coming-up = mono:; 16: white on black; 256: 252 on 234
    done = mono: dim; 16: bright-cyan on black; 256: 37 on 234
    not-required = mono: dim; 16: white on black; 256: 246 on 234
    stage-done = mono:; 16: bright-cyan on black; 256: 37 on 234
    stage-now = mono: bold reverse; 16: bold black on cyan; 256: bold 16 on 116
    stage-ahead = mono: dim; 16: white on black; 256: 246 on 234
    field-label = mono:; 16: bright-cyan on black; 256: 80 on 234
    field-value = mono: bold; 16: bold white on black; 256: bold 252 on 234
    field-focused = mono: underline; 16: underline white on black; 256: underline 252 on 234
    placeholder = mono: dim; 16: white on black; 256: 246 on 234
    error = mono: bold reverse; 16: bold bright-white on red; 256: bold 231 on 124
    warning = mono: bold underline; 16: bold underline bright-white on black; 256: bold underline 224 on 234
    success = mono: bold; 16: bold bright-cyan on black; 256: bold 37 on 234
    information = mono:; 16: bright-cyan on black; 256: 80 on 234
    badge = mono: reverse; 16: bold black on white; 256: bold 231 on 240
    search-hit = mono: bold underline; 16: bold underline black on white; 256: bold underline 16 on 224
    link = mono: underline; 16: underline bright-cyan on black; 256: underline 80 on 234
    dialog = mono:; 16: white on black; 256: 252 on 234
    button = mono: bold; 16: bold underline white on black; 256: bold underline 252 on 234
    button-focused = mono: bold reverse; 16: bold black on cyan; 256: bold 16 on 116
    danger = mono: bold reverse; 16: bold bright-white on red; 256: bold 231 on 160
    restricted = mono: bold underline; 16: bold underline bright-white on black; 256: bold underline 231 on 234
    chart = mono:; 16: bright-cyan on black; 256: 80 on 234
    """#
  ),
]
