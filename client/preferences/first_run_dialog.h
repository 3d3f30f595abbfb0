// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace pressboard::client {

class ServerFields;
class ServerProbe;
class StepPicker;
class Theme;

/// The first start, in two steps: where the server is and who we are, tried before it is taken;
/// then what this station is called and works on.
class FirstRunDialog final : public QDialog
{
    Q_OBJECT
public:
    struct Answer
    {
        QString server;
        QString token;
        QString stationName;
        QStringList mySteps;
    };

    FirstRunDialog(const Theme &theme, ServerProbe &probe, const Answer &proposed,
                   QWidget *parent = nullptr);

    Answer answer() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeServerPage(const Answer &proposed, ServerProbe &probe);
    QWidget *makeStationPage(const Answer &proposed);
    void retranslate();
    void goOn();
    void showStation();
    void updateButtons();

    const Theme &m_theme;
    QStackedWidget *m_pages;
    ServerFields *m_server = nullptr;
    QLabel *m_welcome = nullptr;
    QLabel *m_explanation = nullptr;
    QLabel *m_stationTitle = nullptr;
    QLabel *m_verdict = nullptr; ///< whom the server took us for
    QLabel *m_nameLabel = nullptr;
    QLineEdit *m_name;
    QLabel *m_stepsLabel = nullptr;
    StepPicker *m_steps;
    QLabel *m_stepsHint = nullptr;
    QPushButton *m_back;
    QPushButton *m_next;
    bool m_goingOn = false; ///< once the server was tried
};

} // namespace pressboard::client
