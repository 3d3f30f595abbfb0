// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace pressboard::client {

/// Which files the settings are in.
struct SettingsPlace
{
    Q_DECLARE_TR_FUNCTIONS(SettingsPlace)
public:
    QString own; ///< what this station chooses is written there
    /// A file rolled out to many stations. What it says wins, and nobody changes it here. Empty:
    /// none.
    QString rolledOut = {};
    QString problem = {}; ///< a sentence, when the file asked for is not to be had
    /// Somebody may have written `own` by hand: it is looked through for mistakes.
    bool isGiven = false;

    /// Where the file is when nobody says otherwise.
    static QString usualPath();
    /// What --settings FILE means, empty for none. A file that may be written is the station's
    /// own, whether it exists or not. One that may only be read is rolled out: its owner decides
    /// what stands there, and the rest is kept at the usual place.
    static SettingsPlace of(const QString &file);
};

} // namespace pressboard::client
