// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notices/notice_draft.h"

#include <QWidget>

class QComboBox;

namespace pressboard::client {

class SegmentedControl;
class Theme;

/// 发给: everyone, the departments one click away each, and whoever else has a name. Offers only
/// whom this person may reach.
class AudiencePicker final : public QWidget
{
    Q_OBJECT
public:
    AudiencePicker(const Theme &theme, const NoticeRights &rights, QWidget *parent = nullptr);

    /// Nothing to say to nobody: null until there is somebody. Empty: everyone.
    std::optional<QStringList> groups() const;
    /// Back to whom it offers first: who was meant last is not meant again.
    void reset();
    /// dept_3 and user_wangfang, as people call them: 部门 3, wangfang; 全厂 for nobody in
    /// particular.
    static QString nameOf(const QStringList &groups,
                          const QMap<QString, QString> &departmentNames = {});

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Kind { Everyone, Department, OtherDepartment, User };
    struct Choice
    {
        Kind kind;
        QString department; ///< of kind Department
    };

    void offer();
    QList<Choice> choices(qsizetype departments) const;
    QString wordsOf(const Choice &choice) const;
    static QString departmentName(const QString &department, const QMap<QString, QString> &names);
    void showTarget();

    const Theme &m_theme;
    const NoticeRights m_rights;
    QList<Choice> m_choices;
    SegmentedControl *m_segments;
    QComboBox *m_target;
};

} // namespace pressboard::client
