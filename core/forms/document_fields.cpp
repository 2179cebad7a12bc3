// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/document_fields.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/forms/values.h"

#include <QRegularExpression>

namespace andu::forms {

namespace {

bool isDate(const QString &name)
{
    return name == "issuanceDate"_L1 || name == "editionDate"_L1;
}

/// 2026年1月9日; what is no date stays.
QString dateInWords(const QString &text)
{
    static const QRegularExpression shape(u"^\\s*(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})"_s);
    const auto match = shape.match(text);
    const QDate date(
        match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    return date.isValid() && date.year() != 1970
        ? u"%1年%2月%3日"_s.arg(date.year()).arg(date.month()).arg(date.day())
        : text;
}

QStringList namesIn(const QJsonValue &value)
{
    QStringList names;
    const QJsonArray entries = value.isArray() ? value.toArray() : QJsonArray{ value };
    for (const QJsonValue &entry : entries) {
        names.append(entry.isObject() ? json::text(entry.toObject(), "name"_L1)
                                      : scriptText(entry));
    }
    return names;
}

/// Signers stand in two columns, padded to the longest name.
QString signersIn(const QStringList &names)
{
    qsizetype longest = 0;
    for (const QString &name : names) {
        longest = std::max(longest, name.size());
    }
    QString text;
    for (qsizetype i = 0; i < names.size(); ++i) {
        text += names[i].leftJustified(longest, u'　') + (i % 2 == 0 ? u"　"_s : u"<br>"_s);
    }
    return text;
}

QJsonValue ofText(const QString &name, const QString &text)
{
    if (isDate(name)) {
        return dateInWords(text);
    }
    if (name == "mainSend"_L1) {
        return text + u'：';
    }
    if (name.startsWith("copyto"_L1)) {
        return text.endsWith(u'。') ? text : text + u'。';
    }
    return text;
}

QJsonValue ofList(const QString &name, const QStringList &names)
{
    if (name == "attachment"_L1) {
        QJsonArray files;
        for (const QString &file : names) {
            const qsizetype point = file.lastIndexOf(u'.');
            files.append(point < 0 ? file : file.left(point));
        }
        return files;
    }
    if (name == "signer"_L1) {
        return signersIn(names);
    }
    if (isDate(name)) {
        QStringList dates;
        for (const QString &date : names) {
            dates.append(dateInWords(date));
        }
        return dates.join(u'，');
    }
    const QString all = names.join(u'，');
    return all.isEmpty() || !(name == "mainSend"_L1 || name.startsWith("copyto"_L1))
        ? QJsonValue(all)
        : ofText(name, all);
}

} // namespace

QStringList documentMembers()
{
    return { u"copies"_s,        u"secret"_s,       u"priority"_s,     u"redHeader"_s,
             u"fileno"_s,        u"signer"_s,       u"subject"_s,      u"mainSend"_s,
             u"attachment"_s,    u"issuanceUnit"_s, u"issuanceDate"_s, u"annotation"_s,
             u"copyto"_s,        u"copyto2"_s,      u"editionUnit"_s,  u"editionDate"_s,
             u"meetingAttend"_s, u"meetingLeave"_s, u"meetingSit"_s,   u"meetingRecord"_s };
}

DocumentMember documentMember(const Module &module, const QString &name)
{
    const QString type = module.json.value(name + u"ValueType"_s).toString();
    if (type == "data"_L1 || type == "field"_L1) {
        const QString field = module.json.value(name + u"ValueData"_s).toString();
        return { field.isEmpty() ? module.json.value(name + u"ValueField"_s).toString() : field,
                 {} };
    }
    if (type == "script"_L1) {
        const QByteArray key = (name + u"ValueScript"_s).toLatin1();
        return { {}, scriptOf(module.json, QLatin1StringView(key)) };
    }
    return {};
}

QJsonValue documentText(const QString &name, const QJsonValue &value)
{
    if (!isTruthy(value)) {
        return QJsonValue::Undefined;
    }
    if (value.isArray()) {
        return ofList(name, namesIn(value));
    }
    return value.isString() ? ofText(name, value.toString()) : QJsonValue(scriptText(value));
}

QJsonValue documentScriptText(const QString &name, const QJsonValue &value)
{
    if (name == "attachment"_L1) {
        return value.isArray() ? value : QJsonValue(QJsonArray{ value });
    }
    if (name == "signer"_L1) {
        return signersIn(namesIn(value));
    }
    return isDate(name) && value.isString() ? QJsonValue(dateInWords(value.toString())) : value;
}

} // namespace andu::forms
