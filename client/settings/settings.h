// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/settings/code_keeper.h"
#include "client/settings/quiet_setup.h"
#include "client/settings/setting_keys.h"
#include "client/settings/settings_file.h"
#include "client/settings/sound_level.h"
#include "client/settings/station_profile.h"
#include "client/settings/station_setup.h"
#include "client/settings/theme_choice.h"
#include "client/settings/toast_place.h"
#include "client/settings/wall_setup.h"
#include "shared/base/result.h"
#include "shared/base/stream_id.h"
#include "shared/base/time.h"

#include <QByteArray>
#include <QDate>
#include <QMap>
#include <QObject>

namespace pressboard::client {

/// What one station remembers, in an INI file that may be written by hand or rolled out to twenty
/// PCs (SettingsPlace). Every value is read kindly: what makes no sense counts as not set.
///
/// Setters write through at once and emit only when the value really changed.
class Settings : public QObject
{
    Q_OBJECT
public:
    /// No file need exist yet. What is wrong with one that does, problem() says.
    explicit Settings(const SettingsPlace &place, QObject *parent = nullptr);
    explicit Settings(const QString &path, QObject *parent = nullptr);
    ~Settings() override;

    QString path() const { return m_file.place().own; }
    /// Empty: everything is this station's own choice.
    QString rolledOutPath() const { return m_file.place().rolledOut; }
    /// The rolled-out file says it: it cannot be changed here.
    bool isRolledOut(QLatin1StringView key) const { return m_file.isRolledOut(key); }
    /// What is wrong with the files, in sentences for the user.
    std::optional<Error> problem() const { return m_file.problem(); }

    /// What goes into an export, by key, as it stands in the file.
    QMap<QString, QVariant> travelling() const;
    /// What an import brought, by key.
    void adopt(const QMap<QString, QVariant> &values);

    // [connection]
    QString server() const; ///< as the user typed it; empty: first run
    void setServer(const QString &server);
    /// PEM file of those who vouch for the server, beside whom the system believes; empty: nobody.
    /// What is not a whole path begins beside the settings file that says it.
    QString authorityFile() const;
    void setAuthorityFile(const QString &path);
    /// Where another program keeps the access code; empty: nowhere. Its path as authorityFile()'s.
    QString codeFile() const;
    /// 授权码 as it came in a file. It is not left there: ServerAccess keeps it.
    QString tokenInFile() const;
    void dropTokenFromFile();
    CodeKeeper codeKeeper() const;
    /// Tells codes apart without telling the code; empty: anonymous.
    QString codeMark() const;
    void setCodeKeeper(CodeKeeper keeper, const QString &mark);

    // [station]
    /// By which servers know this station again, whatever it is called; made when it is first
    /// asked for.
    QString stationId();
    /// Another station has the same: a disk was copied.
    void renewStationId();
    StationProfile profile() const;
    void setProfile(const StationProfile &profile);
    /// Lists of steps begin narrowed to 我的工序, unless somebody said otherwise. Means nothing
    /// without steps.
    bool showsMyStepsOnly() const;
    void setShowsMyStepsOnly(bool only);
    // What StationMarks remembers.
    bool sawBoard() const; ///< else the first board is to come, and nothing on it is new
    QStringList seenTurns() const;
    QStringList seenStops() const;
    void setSeen(const QStringList &turns, const QStringList &stops);

    StationSetup station() const;
    void setStation(const StationSetup &station);
    bool opensAsStation() const; ///< begins in 机台模式, as with --station
    void setOpensAsStation(bool on);

    // [notices]
    OptionalMoment mutedUntil() const; ///< 免打扰; may be in the past
    void setMutedUntil(OptionalMoment until);
    QuietSetup quiet() const;
    void setQuiet(const QuietSetup &quiet);
    /// Until then 静音时段 were ended by hand; may be in the past.
    OptionalMoment quietEndedUntil() const;
    void setQuietEndedUntil(OptionalMoment until);
    bool isSoundOn() const;
    void setSoundOn(bool on);
    int soundVolume() const; ///< percent, 0 to 100
    void setSoundVolume(int percent);
    /// Whether toasts of this level are heard while the sound is on.
    bool sounds(SoundLevel level) const;
    void setSounds(SoundLevel level, bool on);
    ToastPlace toastPlace() const;
    void setToastPlace(const ToastPlace &place);
    bool toastsStepMoves() const; ///< 已开工 and 已完工 as toasts; off: in 动态 only
    void setToastsStepMoves(bool on);
    bool toastsUnknownTypes() const;
    void setToastsUnknownTypes(bool on);
    StreamId noticesReadUntil() const; ///< notices up to this ID were read here
    void setNoticesReadUntil(StreamId id);
    QList<StreamId> noticesReadAlso() const; ///< later ones that were read
    void setNoticesReadAlso(const QList<StreamId> &ids);
    QDate greetedDay() const; ///< the shop's day whose start was last told here
    void setGreetedDay(QDate day);

    // [appearance]
    ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);
    QString language() const; ///< "zh_CN", "en", or empty: the system's
    void setLanguage(const QString &language);
    int textScale() const; ///< percent, leastTextScale to mostTextScale
    void setTextScale(int percent);

    // [wall]
    WallSetup wall() const;
    void setWall(const WallSetup &wall);

    bool opensOnWall() const; ///< begins in 大屏模式, as with --kiosk
    void setOpensOnWall(bool on);

    // [board]
    /// How the lists are filtered and sorted; empty: as they were meant.
    QString boardViews() const;
    void setBoardViews(const QString &views);

    // [orders]
    QString orderColumns() const; ///< as the page arranged them; empty: its standard
    void setOrderColumns(const QString &columns);
    QString orderView() const; ///< how the page filters and sorts; empty: its standard
    void setOrderView(const QString &view);

    // [window]
    bool closeKeepsRunning() const; ///< the window's close button leaves toasts and tray alive
    void setCloseKeepsRunning(bool on);
    bool loginBeginsInTray() const; ///< started at login it opens no window
    void setLoginBeginsInTray(bool on);
    bool wasToldOfClosing() const;
    void setToldOfClosing();
    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);

Q_SIGNALS:
    /// Any of it; the signals below say which.
    void changed();
    void serverChanged();
    void profileChanged();
    void myStepsOnlyChanged();
    void muteChanged();
    void soundChanged();
    void themeChanged();
    void languageChanged();
    void textScaleChanged();
    void stationChanged();
    void wallChanged();
    /// A file could not be written; see problem(). What was set is kept until the program ends.
    void problemArose(const QString &sentence);

private:
    using Values = QMap<QString, QVariant>;
    /// All of them, then says once what changed.
    void store(const Values &values);
    void store(QLatin1StringView key, const QVariant &value) { store({{key, value}}); }
    bool isOn(QLatin1StringView key, bool unlessSet) const;
    QString text(QLatin1StringView key) const { return m_file.text(key); }
    QString fileNamedBy(QLatin1StringView key) const;

    SettingsFile m_file;
};

} // namespace pressboard::client
