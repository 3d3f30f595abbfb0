// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/settings/quiet_setup.h"

#include <QHash>
#include <QLatin1StringView>
#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace pressboard::client {

class CheckLine;
class QuietSpanRow;
class Settings;
class Theme;

/// 静音时段: when toasts wait here each week, and which come all the same. Applied at once.
class QuietFields final : public QWidget
{
    Q_OBJECT
public:
    /// `workHours`: the shop's, to begin outside of them; empty: none are known. Both references
    /// must outlive the fields.
    QuietFields(const Theme &theme, Settings &settings, const QString &workHours,
                QWidget *parent = nullptr);

    /// What can be set here, each with the settings' name for it.
    QList<std::pair<QLatin1StringView, QWidget *>> fields() const;
    /// Every day from the end of work to its next beginning; null: it never ends.
    static std::optional<WeekHours::Span> outside(const QString &workHours);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Levels
    {
        CheckLine *shown;
        CheckLine *heard;
    };

    QWidget *makeLevels();
    QuietSpanRow *addSpan();
    void add(const WeekHours::Span &span);
    void apply();
    void fill();
    void retranslate();
    static QString wordsOf(SoundLevel level);

    const Theme &m_theme;
    Settings &m_settings;
    const std::optional<WeekHours::Span> m_outside;
    QLabel *m_label;
    QLabel *m_comesLabel;
    QWidget *m_spans;
    QVBoxLayout *m_column;
    QList<QuietSpanRow *> m_rows;
    QPushButton *m_add;
    QPushButton *m_addOutside;
    QWidget *m_levelFields = nullptr;
    QHash<SoundLevel, Levels> m_levels;
};

} // namespace pressboard::client
