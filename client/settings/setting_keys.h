// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QList>
#include <QStringList>

namespace pressboard::client {

/// The names of the settings as they stand in the file: section, stroke, key.
namespace key {
inline constexpr QLatin1StringView server{"connection/server"};
inline constexpr QLatin1StringView authorities{"connection/ca"};
inline constexpr QLatin1StringView token{"connection/token"};
inline constexpr QLatin1StringView codeFile{"connection/code-file"};
inline constexpr QLatin1StringView codeKeeper{"connection/code-keeper"};
inline constexpr QLatin1StringView codeMark{"connection/code-mark"};
inline constexpr QLatin1StringView stationId{"station/id"};
inline constexpr QLatin1StringView stationName{"station/name"};
inline constexpr QLatin1StringView steps{"station/steps"};
inline constexpr QLatin1StringView myStepsOnly{"station/my-steps-only"};
inline constexpr QLatin1StringView sawBoard{"station/saw-board"};
inline constexpr QLatin1StringView seenTurns{"station/seen-turns"};
inline constexpr QLatin1StringView seenStops{"station/seen-stops"};
inline constexpr QLatin1StringView mutedUntil{"notices/muted-until"};
inline constexpr QLatin1StringView quietHours{"notices/quiet-hours"};
inline constexpr QLatin1StringView quietShows{"notices/quiet-shows"};
inline constexpr QLatin1StringView quietSounds{"notices/quiet-sounds"};
inline constexpr QLatin1StringView quietEndedUntil{"notices/quiet-ended-until"};
inline constexpr QLatin1StringView sound{"notices/sound"};
inline constexpr QLatin1StringView soundVolume{"notices/sound-volume"};
inline constexpr QLatin1StringView soundNews{"notices/sound-news"};
inline constexpr QLatin1StringView soundYourTurn{"notices/sound-your-turn"};
inline constexpr QLatin1StringView soundAttention{"notices/sound-attention"};
inline constexpr QLatin1StringView soundAlarm{"notices/sound-alarm"};
inline constexpr QLatin1StringView toastScreen{"notices/toast-screen"};
inline constexpr QLatin1StringView toastCorner{"notices/toast-corner"};
inline constexpr QLatin1StringView stepMoves{"notices/step-moves"};
inline constexpr QLatin1StringView unknownTypes{"notices/unknown-types"};
inline constexpr QLatin1StringView readUntil{"notices/read-until"};
inline constexpr QLatin1StringView readAlso{"notices/read-also"};
inline constexpr QLatin1StringView greetedDay{"notices/greeted-day"};
inline constexpr QLatin1StringView theme{"appearance/theme"};
inline constexpr QLatin1StringView language{"appearance/language"};
inline constexpr QLatin1StringView textScale{"appearance/text-scale"};
inline constexpr QLatin1StringView stationDistance{"station/distance"};
inline constexpr QLatin1StringView stationLook{"station/look"};
inline constexpr QLatin1StringView stationAtStart{"station/at-start"};
inline constexpr QLatin1StringView wallAtStart{"wall/at-start"};
inline constexpr QLatin1StringView wallScreen{"wall/screen"};
inline constexpr QLatin1StringView wallOffHours{"wall/off-hours"};
inline constexpr QLatin1StringView wallCustomers{"wall/customers"};
inline constexpr QLatin1StringView wallLook{"wall/look"};
inline constexpr QLatin1StringView wallPixelShift{"wall/pixel-shift"};
inline constexpr QLatin1StringView orderColumns{"orders/columns"};
inline constexpr QLatin1StringView orderView{"orders/view"};
inline constexpr QLatin1StringView boardViews{"board/views"};
inline constexpr QLatin1StringView closeKeepsRunning{"window/close-keeps-running"};
inline constexpr QLatin1StringView closeTold{"window/close-told"};
inline constexpr QLatin1StringView loginInTray{"window/login-in-tray"};
inline constexpr QLatin1StringView geometry{"window/geometry"};
} // namespace key

inline constexpr int leastTextScale = 80; ///< percent
inline constexpr int mostTextScale = 250;
inline constexpr int mostVolume = 100; ///< percent

/// What a setting may say, for those who write the file by hand or roll it out.
struct SettingKey
{
    enum class Kind {
        Text,
        Names, ///< joined with commas
        Switch, ///< true or false
        Choice, ///< one of `choices`
        Percent, ///< leastTextScale to mostTextScale
        Volume, ///< 0 to mostVolume
        Hours, ///< 22:00-06:00, several joined with commas
        WeekHours, ///< 1-5 22:00-06:00, several joined with commas
        Levels, ///< of `choices`, several joined with commas
        State, ///< what the program remembers for itself; nobody writes it by hand
    };

    QLatin1StringView name;
    Kind kind = Kind::Text;
    QStringList choices = {};
    /// Goes into an export. What belongs to one PC, its name, and the access code do not.
    bool travels = true;

    static const QList<SettingKey> &all();
    /// Null when there is no such setting.
    static const SettingKey *find(const QString &name);
    bool accepts(const QString &value) const;
};

} // namespace pressboard::client
