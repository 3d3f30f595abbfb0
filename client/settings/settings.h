// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/settings/station_profile.h"
#include "client/settings/wall_setup.h"
#include "shared/base/result.h"
#include "shared/base/stream_id.h"
#include "shared/base/time.h"

#include <QByteArray>
#include <QDate>
#include <QObject>
#include <QSettings>

#include <memory>
#include <optional>

namespace pressboard::client {

enum class ThemeChoice {
    Auto, ///< as the system
    Light,
    Dark,
};

/// The settings file of one station, an INI file that may be written by hand or rolled out to
/// twenty PCs (`--settings FILE`). It may hold the access code, so it is readable by its owner
/// only. Every value is read kindly: what makes no sense counts as not set.
///
/// Setters write through at once and emit only when the value really changed.
class Settings : public QObject
{
    Q_OBJECT
public:
    static constexpr int leastTextScale = 80; ///< percent
    static constexpr int mostTextScale = 250;

    /// `path` need not exist yet. A file that cannot be understood is kept beside as
    /// "<path>.broken", and the station starts with the defaults: see problem().
    explicit Settings(const QString &path, QObject *parent = nullptr);
    ~Settings() override;

    /// Where the file is when nobody says otherwise.
    static QString defaultPath();

    QString path() const { return m_path; }
    /// What is wrong with the file, in a sentence for the user.
    std::optional<Error> problem() const { return m_problem; }

    // [connection]
    QString server() const; ///< as the user typed it; empty: first run
    QString token() const; ///< 授权码; empty: anonymous
    void setConnection(const QString &server, const QString &token);

    // [station]
    StationProfile profile() const;
    void setProfile(const StationProfile &profile);
    /// Lists of steps begin narrowed to 我的工序, unless somebody said otherwise. Means nothing
    /// without steps.
    bool showsMyStepsOnly() const;
    void setShowsMyStepsOnly(bool only);

    // [notices]
    OptionalMoment mutedUntil() const; ///< 免打扰; may be in the past
    void setMutedUntil(OptionalMoment until);
    bool isSoundOn() const;
    void setSoundOn(bool on);
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

    // [orders]
    QString orderColumns() const; ///< as the page arranged them; empty: its standard
    void setOrderColumns(const QString &columns);

    // [window]
    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);

Q_SIGNALS:
    /// Any of it; the signals below say which.
    void changed();
    void connectionChanged();
    void profileChanged();
    void myStepsOnlyChanged();
    void muteChanged();
    void soundChanged();
    void themeChanged();
    void languageChanged();
    void textScaleChanged();
    void wallChanged();
    /// The file could not be written; see problem(). What was set is kept until the program ends.
    void problemArose(const QString &sentence);

private:
    void open();
    void setAsideBrokenFile();
    void store(QLatin1StringView key, const QVariant &value);
    QString text(QLatin1StringView key) const;

    QString m_path;
    std::unique_ptr<QSettings> m_file;
    std::optional<Error> m_problem;
};

} // namespace pressboard::client
