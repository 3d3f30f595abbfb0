// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/time.h"

#include <QWidget>

#include <chrono>
#include <optional>

class QComboBox;
class QDateTimeEdit;

namespace pressboard::client {

class Theme;

/// 有效期: how long a notice may still be shown, or until when.
class ValidityPicker final : public QWidget
{
    Q_OBJECT
public:
    explicit ValidityPicker(const Theme &theme, QWidget *parent = nullptr);

    std::optional<std::chrono::hours> validFor() const;
    OptionalMoment validUntil() const; ///< null unless a time was chosen

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Choice { AsLongAsKept, OneHour, EightHours, OneDay, Until };

    void retranslate();

    QComboBox *m_choice;
    QDateTimeEdit *m_until;
};

} // namespace pressboard::client
