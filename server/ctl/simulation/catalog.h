// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/simulation/dice.h"
#include "shared/state/order.h"

#include <QString>
#include <QStringList>

/// Who buys what from the shop, and how it is made.
namespace pressboard::server::simulation {

/// A product and its way through the shop, cover and text beside each other.
struct Product
{
    QString name;
    QString unit;
    PrintType type;
    QStringList coverSteps;
    QStringList contentSteps;
};

const QList<Product> &products();
const QStringList &customers();
const QStringList &salespeople();
/// Who works at a machine; two people share most of them.
QString operatorFor(const QString &stepName, Dice &dice);
/// What the office writes to everybody, with its level.
struct Announcement
{
    QString message;
    QString level;
};
const QList<Announcement> &announcements();

} // namespace pressboard::server::simulation
