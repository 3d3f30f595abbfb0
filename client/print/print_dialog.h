// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QSizeF>
#include <QString>

#include <functional>

class QPrinter;
class QWidget;

namespace pressboard::client {

class OrdersPaper;
class Paper;

/// Something that is printed, on A4.
struct PrintJob
{
    QString title; ///< as the printer's queue shows it
    bool isWide = false; ///< lies on its side
    /// How many sheets it has between these margins, in millimetres.
    std::function<int(QSizeF size)> sheets;
    std::function<void(const Paper &paper, int sheet)> paint;

    static PrintJob of(const OrdersPaper &orders, const QString &title);
};

class PrintDialog
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::PrintDialog)
public:
    using Tell = std::function<void(const QString &sentence)>;
    /// Asks for a printer over `window` and prints there; `tell` hears what became of it, in a
    /// sentence, unless nobody wanted it after all.
    static void ask(const PrintJob &job, QWidget *window, Tell tell);
    /// Without asking: false when the printer does not take it.
    static bool print(const PrintJob &job, QPrinter &printer);
    /// A4 with margins that every printer has.
    static void setUp(const PrintJob &job, QPrinter &printer);
};

} // namespace pressboard::client
