# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# pressboard.toml.example → the settings of pressboard.toml(5). In that file a setting is a commented
# line `#name = value` below its explanation; `# --- Title` begins a chapter; the lines before the
# first chapter are its introduction, which the page has words of its own for.

function roff(text) {
    gsub(/\\/, "\\e", text)
    gsub(/-/, "\\-", text)
    gsub(/"/, "\\(dq", text)
    if (text ~ /^[.']/) text = "\\&" text
    return text
}

/^# --- / { sub(/^# --- /, ""); print ".SH " toupper(roff($0)); inChapter = 1; count = 0; next }
!inChapter { next }
/^# / { sub(/^# /, ""); lines[count++] = $0; next }
/^#[a-z][a-z-]* *=/ {
    sub(/^#/, "")
    print ".TP\n.B " roff($0)
    if (count == 0) print "The same."
    for (i = 0; i < count; ++i) {
        # An example of more than text keeps its line.
        if (lines[i] ~ /^ /) print ".br\n" roff(substr(lines[i], 3)) "\n.br"
        else print roff(lines[i])
    }
    next
}
/^$/ { count = 0 }
