# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What a program's --help lists → paragraphs of its man page. A line that begins two spaces in names
# an option or a command; its meaning follows behind two spaces or more, or on lines further in. Other
# lines are left out: the page has words of its own for them.

function roff(text) {
    gsub(/\\/, "\\e", text)
    gsub(/-/, "\\-", text)
    gsub(/"/, "\\(dq", text)
    if (text ~ /^[.']/) text = "\\&" text
    return text
}

/^      / { sub(/^ +/, ""); if (isOpen) print roff($0); next }
/^  [^ ]/ {
    sub(/^  /, "")
    meaning = ""
    if (match($0, /   *[^ ]/) && RSTART > 1) {
        meaning = substr($0, RSTART)
        sub(/^ +/, "", meaning)
        $0 = substr($0, 1, RSTART - 1)
    }
    print ".TP\n.B " roff($0)
    if (meaning != "") print roff(meaning)
    isOpen = 1
    next
}
{ isOpen = 0 }
