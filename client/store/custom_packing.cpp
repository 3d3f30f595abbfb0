// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/custom_packing.h"

#include <bit>

namespace pressboard::client {
namespace {

void pack(Packer &packer, const QList<CustomField> &fields)
{
    packer.number(quint64(fields.size()));
    for (const CustomField &field : fields) {
        packer.text(field.name);
        packer.text(field.title);
        packer.number(quint64(field.type));
        packer.texts(field.schemes);
    }
}

QList<CustomField> unpackFields(Unpacker &unpacker)
{
    QList<CustomField> fields;
    for (quint64 left = unpacker.number(); left > 0 && unpacker.ok(); --left) {
        CustomField field;
        field.name = unpacker.text();
        field.title = unpacker.text();
        field.type = unpacker.oneOf(CustomField::Type::Link);
        field.schemes = unpacker.texts();
        fields.append(field);
    }
    return fields;
}

} // namespace

void pack(Packer &packer, const CustomFields &fields)
{
    pack(packer, fields.ofOrders);
    pack(packer, fields.ofSteps);
}

CustomFields unpackCustomFields(Unpacker &unpacker)
{
    CustomFields fields;
    fields.ofOrders = unpackFields(unpacker);
    fields.ofSteps = unpackFields(unpacker);
    return fields;
}

void pack(Packer &packer, const CustomValues &values)
{
    packer.number(quint64(values.entries().size()));
    for (const CustomValues::Entry &entry : values.entries()) {
        packer.text(entry.name);
        const double *number = entry.value.number();
        packer.number(number ? 1 : 0);
        if (number)
            packer.number(std::bit_cast<quint64>(*number));
        else
            packer.text(*entry.value.text());
    }
}

CustomValues unpackCustomValues(Unpacker &unpacker)
{
    CustomValues values;
    for (quint64 left = unpacker.number(); left > 0 && unpacker.ok(); --left) {
        const QString name = unpacker.text();
        const bool isNumber = unpacker.number() == 1;
        values.set(name,
                   isNumber ? CustomValue(std::bit_cast<double>(unpacker.number()))
                            : CustomValue(unpacker.text()));
    }
    return values;
}

} // namespace pressboard::client
