# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What "pressboardctl COMMAND --help" says → a chapter of pressboardctl(1).

function roff(text) {
    gsub(/\\/, "\\e", text)
    gsub(/-/, "\\-", text)
    gsub(/"/, "\\(dq", text)
    if (text ~ /^[.']/) text = "\\&" text
    return text
}

/^usage: pressboardctl / { sub(/^usage: pressboardctl /, ""); print ".SS " roff($0); next }
/^      / { sub(/^ +/, ""); print roff($0); next }
/^  pressboardctl / { sub(/^ +/, ""); print ".PP\n.RS\n.nf\n" roff($0) "\n.fi\n.RE"; next }
/^  [^ ]/ { sub(/^  /, ""); print ".TP\n.B " roff($0); wasOption = 1; next }
/^$/ { print ".PP"; next }
{ print roff($0) }
