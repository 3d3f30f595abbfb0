// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pressboard::client {

/// Which settings file --settings named last: a start from the desktop's menu names none and means
/// the same one. Noted beside the usual settings.
class LastSettingsFile
{
public:
    /// Empty when none was ever named, the usual one was named since, or somebody removed the file;
    /// one on a drive that is away is still meant.
    static QString read();
    /// `file` as it was given; what cannot be noted is not.
    static void note(const QString &file);
};

} // namespace pressboard::client
