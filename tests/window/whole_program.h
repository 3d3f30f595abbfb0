// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/application.h"
#include "tests/support/manual_scheduler.h"

#include <QTemporaryDir>

#include <memory>

namespace pressboard::client {
class StationWindow;
}

namespace pressboard::test {

/// The whole program as main() puts it together, on the sample shop of its cache; no server is
/// there. At most one at a time.
class WholeProgram
{
public:
    enum class Mode { Desk, Wall, Station };

    /// 覆膜 is the step of this station.
    explicit WholeProgram(Mode mode, const QString &stationName = QStringLiteral("PC"));
    ~WholeProgram();

    client::Settings &settings() { return m_settings; } ///< read and written beside the program
    /// Before the first window: with these options instead of the mode's.
    void start(client::Options options = {});

    client::Application &application() { return *m_program; }
    client::MainWindow &desk() const;
    client::StationWindow *station() const; ///< null in other modes
    void pass(std::chrono::milliseconds time) { m_scheduler.advance(time); }

private:
    QTemporaryDir m_folder;
    QString m_path;
    ManualClock m_clock;
    ManualScheduler m_scheduler;
    client::Settings m_settings;
    Mode m_mode;
    std::unique_ptr<client::Application> m_program;
};

} // namespace pressboard::test
