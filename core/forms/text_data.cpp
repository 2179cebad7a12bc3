// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/text_data.h"

#include "core/base/literals.h"

namespace andu::forms {

namespace {

QString textFor(const QString &value, const QList<Option> &options)
{
    for (const Option &option : options) {
        if (option.value == value) {
            return option.text;
        }
    }
    return value;
}

/// Values of a choice with their texts; "" when nothing is chosen.
TextData choiceData(const QJsonValue &chosen, const QList<Option> &options)
{
    TextData data;
    for (const QString &value : textsIn(chosen)) {
        data.value.append(value);
        data.text.append(textFor(value, options));
    }
    if (data.value.isEmpty()) {
        data.value.append(QString());
        data.text.append(QString());
    }
    return data;
}

QJsonArray namesOf(const QJsonArray &entries)
{
    QStringList names;
    for (const QJsonValue &entry : entries) {
        names.append(entry.isObject() ? orgText(entry) : scriptText(entry));
    }
    return { names.join(u',') };
}

} // namespace

TextData textDataOf(const Module &module,
                    const QJsonValue &value,
                    const QList<Option> &options,
                    Viewing viewing)
{
    const bool isEditing = viewing == Viewing::Editing;
    switch (module.info.kind) {
    case ModuleKind::Select:
    case ModuleKind::Radio:
    case ModuleKind::Checkbox:
        return choiceData(isEditing ? collectedValue(module, value, options, false) : value,
                          options);
    case ModuleKind::Combox:
    case ModuleKind::Address: {
        TextData data;
        const QJsonArray chosen = collectedValue(module, value, options, false).toArray();
        for (const QJsonValue &entry : chosen) {
            data.value.append(entry);
            data.text.append(textFor(scriptText(entry), options));
        }
        return data;
    }
    case ModuleKind::Org: {
        const QJsonArray entries = orgValues(value);
        return { entries, namesOf(entries) };
    }
    case ModuleKind::Attachment:
        return { value.toArray(), QJsonArray::fromStringList(textsIn(value)) };
    default: {
        const QString text = module.info.hasValue && isEditing
            ? shownText(module, value, options, viewing)
            : scriptText(value);
        return { { text }, { text } };
    }
    }
}

QJsonValue cellValueOf(const Module &module, const QJsonValue &value, const QList<Option> &options)
{
    switch (module.info.kind) {
    case ModuleKind::Attachment:
    case ModuleKind::RichText:
    case ModuleKind::Picture:
    case ModuleKind::Unknown:
        return value;
    case ModuleKind::Number:
        if (module.info.family == Family::Classic) {
            return formattedNumber(value, decimalsOf(module));
        }
        return value;
    default:
        break;
    }
    if (module.info.family != Family::Classic) {
        return value;
    }
    if (value.isObject() && !module.is(ModuleKind::Org)) {
        return value; // the web client makes a text of it
    }
    const TextData data = textDataOf(module, value, options, Viewing::Editing);
    return data.value.size() > 1 ? QJsonValue(data.value) : data.value.at(0);
}

} // namespace andu::forms
