// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/sample_forms.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <QHash>
#include <QUuid>

namespace andu::server {

namespace {

constexpr auto TitleStyle = "background-color: #f2f5f9; color: #3a4a5e; height: 36px; text-align: "
                            "right; padding: 4px 10px; width: 110px; border: 1px solid #cfd8e3;";
constexpr auto ContentStyle
    = "background-color: #ffffff; padding: 4px 8px; border: 1px solid #cfd8e3;";
constexpr auto SectionStyle = "font-size: 16px; font-weight: bold; line-height: 40px;";
constexpr auto HeadingStyle
    = "text-align: center; font-size: 24px; font-weight: bold; line-height: 60px;";

QString moduleType(const QString &type)
{
    static const QHash<QString, QString> map{ { u"select"_s, u"Select"_s },
                                              { u"radio"_s, u"Radio"_s },
                                              { u"boolean"_s, u"Radio"_s },
                                              { u"multiselect"_s, u"Checkbox"_s },
                                              { u"checklist"_s, u"Checkbox"_s },
                                              { u"textarea"_s, u"Textarea"_s },
                                              { u"opinions"_s, u"Textarea"_s },
                                              { u"richtext"_s, u"Htmleditor"_s },
                                              { u"number"_s, u"Number"_s },
                                              { u"money"_s, u"Number"_s },
                                              { u"integer"_s, u"Number"_s },
                                              { u"date"_s, u"Calendar"_s },
                                              { u"datetime"_s, u"Calendar"_s },
                                              { u"daterange"_s, u"Eldate"_s },
                                              { u"attachment"_s, u"Attachment"_s },
                                              { u"person"_s, u"Org"_s },
                                              { u"persons"_s, u"Org"_s },
                                              { u"unit"_s, u"Org"_s },
                                              { u"units"_s, u"Org"_s },
                                              { u"table"_s, u"Datagrid"_s } };
    return map.value(type, u"Textfield"_s);
}

QJsonArray optionsOf(const QJsonObject &field, const QString &type)
{
    if (type == "boolean"_L1) {
        return { u"是|true"_s, u"否|false"_s };
    }
    QJsonArray options = field.value("options"_L1).toArray();
    if (type == "select"_L1 && !field.value("required"_L1).toBool()) {
        options.prepend(u"|"_s);
    }
    return options;
}

QJsonObject moduleOf(const QJsonObject &field, const QString &id)
{
    const QString type = json::text(field, "type"_L1);
    QJsonObject module{ { u"id"_s, id },
                        { u"name"_s, field.value("label"_L1) },
                        { u"type"_s, moduleType(type) },
                        { u"compute"_s, u"create"_s },
                        { u"isReadonly"_s, false },
                        { u"itemType"_s, u"values"_s },
                        { u"itemValues"_s, optionsOf(field, type) } };
    if (type == "date"_L1 || type == "datetime"_L1) {
        module.insert(u"selectType"_s, type);
        module.insert(u"format"_s, type == "date"_L1 ? u"%Y-%m-%d"_s : u"%Y-%m-%d %H:%M"_s);
    } else if (type == "daterange"_L1) {
        module.insert(u"selectType"_s, type);
        module.insert(u"valueFormat"_s, u"yyyy-MM-dd"_s);
    } else if (type == "money"_L1 || type == "number"_L1 || type == "integer"_L1) {
        module.insert(u"decimals"_s,
                      type == "money"_L1        ? u"2"_s
                          : type == "number"_L1 ? u"*"_s
                                                : u"0"_s);
    } else if (moduleType(type) == "Org"_L1) {
        const bool isUnit = type.startsWith("unit"_L1);
        const QString count = isUnit ? u"unitCount"_s : u"identityCount"_s;
        module.insert(u"selectType"_s, QJsonArray{ isUnit ? u"unit"_s : u"identity"_s });
        module.insert(count, type.endsWith(u's') ? 0 : 1);
        module.insert(u"splitShow"_s, u", "_s);
    }
    if (field.value("required"_L1).toBool()) {
        const bool isPeople = moduleType(type) == "Org"_L1 || type == "attachment"_L1;
        const QJsonObject check{ { u"status"_s, u"all"_s },
                                 { u"valueType"_s, isPeople ? u"length"_s : u"value"_s },
                                 { u"operateor"_s, u"isnull"_s },
                                 { u"value"_s, QString() },
                                 { u"prompt"_s, u"请填写"_s + json::text(field, "label"_L1) } };
        module.insert(u"validationConfig"_s, QJsonArray{ check });
    }
    return module;
}

class FormWriter
{
public:
    void addField(const QJsonObject &field)
    {
        const QString id = json::text(field, "id"_L1);
        const QString type = moduleType(json::text(field, "type"_L1));
        m_modules.insert(id, moduleOf(field, id));
        const bool isWide = type == "Textarea"_L1 || type == "Attachment"_L1
            || type == "Checkbox"_L1 || type == "Datagrid"_L1 || type == "Htmleditor"_L1;
        const QString cells
            = cell(field, type == "Datagrid"_L1 ? grid(field) : node(id, type), isWide);
        if (isWide) {
            closeRow();
            m_rows += u"<tr>"_s + cells + u"</tr>"_s;
        } else if (m_half.isEmpty()) {
            m_half = cells;
        } else {
            m_rows += u"<tr>"_s + m_half + cells + u"</tr>"_s;
            m_half.clear();
        }
    }

    QJsonObject answer(const QString &id, const QString &title)
    {
        closeRow();
        const QString heading = label(u"heading"_s, title, HeadingStyle);
        const QString first = label(u"section_1"_s, u"一、申请信息"_s, SectionStyle);
        const QString second = label(u"section_2"_s, u"二、审批意见"_s, SectionStyle);
        m_modules.insert(u"table"_s,
                         QJsonObject{ { u"id"_s, u"table"_s }, { u"type"_s, u"Table"_s } });
        m_modules.insert(u"journal"_s,
                         QJsonObject{ { u"id"_s, u"journal"_s }, { u"type"_s, u"Log"_s } });
        const QString html
            = u"<div mwftype=\"form\" id=\"%1\">%2%3<div id=\"table\" mwftype=\"table\">"
              u"<table width=\"100%\"><tbody>%4</tbody></table></div>%5"
              u"<div mwftype=\"log\" id=\"journal\"></div></div>"_s.arg(
                  id, heading, first, m_rows, second);
        const QJsonObject form{ { u"id"_s, id },
                                { u"name"_s, title },
                                { u"type"_s, u"Form"_s },
                                { u"mode"_s, u"PC"_s },
                                { u"moduleList"_s, m_modules } };
        QByteArray text = json::compact(QJsonObject{ { u"json"_s, form }, { u"html"_s, html } });
        text = json::compact(QJsonArray{ QString::fromUtf8(text) });
        const QString encoded = QString::fromUtf8(
            text.mid(2, text.size() - 4)); // escaped once more, without the quotes
        return { { u"form"_s,
                   QJsonObject{ { u"id"_s, id },
                                { u"name"_s, title },
                                { u"hasMobile"_s, false },
                                { u"data"_s, encoded } } },
                 { u"relatedFormMap"_s, QJsonObject() },
                 { u"relatedScriptMap"_s, QJsonObject() } };
    }

private:
    static QString node(const QString &id, const QString &type)
    {
        return u"<div mwftype=\"%1\" id=\"%2\"></div>"_s.arg(type.toLower(), id);
    }

    QString label(const QString &id, const QString &text, const char *style)
    {
        m_modules.insert(id,
                         QJsonObject{ { u"id"_s, id },
                                      { u"type"_s, u"Label"_s },
                                      { u"valueType"_s, u"text"_s },
                                      { u"text"_s, text } });
        return u"<div mwftype=\"label\" id=\"%1\" style=\"%2\"></div>"_s.arg(
            id, QString::fromLatin1(style));
    }

    static QString cell(const QJsonObject &field, const QString &content, bool isWide)
    {
        const QString mark = field.value("required"_L1).toBool() ? u"* "_s : QString();
        return u"<td style=\"%1\">%2%3</td><td style=\"%4\"%5>%6</td>"_s.arg(
            QString::fromLatin1(TitleStyle),
            mark,
            json::text(field, "label"_L1).toHtmlEscaped(),
            QString::fromLatin1(ContentStyle),
            isWide ? u" colspan=\"3\""_s : QString(),
            content);
    }

    QString grid(const QJsonObject &field)
    {
        const QString id = json::text(field, "id"_L1);
        QString titles;
        QString cells;
        const QJsonArray columns = field.value("columns"_L1).toArray();
        for (const QJsonValue &value : columns) {
            const QJsonObject column = value.toObject();
            const QString key = id + u'_' + json::text(column, "id"_L1);
            const QString type = json::text(column, "type"_L1);
            const QJsonObject title{ { u"id"_s, key + u"_title"_s },
                                     { u"name"_s, column.value("label"_L1) },
                                     { u"type"_s, u"Datagrid$Title"_s },
                                     { u"total"_s, type == "money"_L1 ? u"number"_s : u"no"_s } };
            m_modules.insert(key + u"_title"_s, title);
            m_modules.insert(key + u"_data"_s,
                             QJsonObject{ { u"id"_s, key + u"_data"_s },
                                          { u"type"_s, u"Datagrid$Data"_s },
                                          { u"cellType"_s, u"content"_s } });
            m_modules.insert(key, moduleOf(column, key));
            titles += u"<th mwftype=\"datagrid$Title\" id=\"%1_title\">%2</th>"_s.arg(
                key, json::text(column, "label"_L1).toHtmlEscaped());
            cells += u"<td mwftype=\"datagrid$Data\" id=\"%1_data\">%2</td>"_s.arg(
                key, node(key, moduleType(type)));
        }
        return u"<div mwftype=\"datagrid\" id=\"%1\"><table><tbody><tr>%2</tr><tr>%3</tr></tbody>"
               u"</table></div>"_s.arg(id, titles, cells);
    }

    void closeRow()
    {
        if (!m_half.isEmpty()) {
            m_rows += u"<tr>%1<td style=\"%2\"></td><td style=\"%3\"></td></tr>"_s.arg(
                m_half, QString::fromLatin1(TitleStyle), QString::fromLatin1(ContentStyle));
            m_half.clear();
        }
    }

    QJsonObject m_modules;
    QString m_rows;
    QString m_half; ///< Left half of a row that is not full yet.
};

QJsonArray people(const QJsonValue &names, bool isUnit, const Organisation &organisation)
{
    QJsonArray result;
    const QJsonArray list = names.isArray() ? names.toArray() : QJsonArray{ names };
    for (const QJsonValue &name : list) {
        if (isUnit) {
            const QJsonObject unit = organisation.unit(name.toString());
            result.append(unit.isEmpty() ? name : QJsonValue(unit));
            continue;
        }
        const QString person
            = json::text(organisation.person(name.toString()), "distinguishedName"_L1);
        const QList<QJsonObject> identities = organisation.identitiesOf(person);
        result.append(identities.isEmpty() ? name : QJsonValue(identities.first()));
    }
    return result;
}

QJsonObject gridData(const QString &id, const QJsonArray &rows, const QJsonArray &columns)
{
    QJsonArray data;
    QHash<QString, double> sums;
    for (const QJsonValue &row : rows) {
        QJsonObject line;
        for (const QJsonValue &column : columns) {
            const QString name = json::text(column.toObject(), "id"_L1);
            const QString key = id + u'_' + name;
            const QJsonValue value = row.toObject().value(name);
            line.insert(key + u"_title"_s, QJsonObject{ { key, value } });
            if (json::text(column.toObject(), "type"_L1) == "money"_L1) {
                sums[key + u"_title"_s] += value.toDouble();
            }
        }
        data.append(line);
    }
    QJsonObject totals;
    for (auto sum = sums.begin(); sum != sums.end(); ++sum) {
        totals.insert(sum.key(), QString::number(sum.value(), 'f', QLocale::FloatingPointShortest));
    }
    return { { u"data"_s, data }, { u"total"_s, totals } };
}

} // namespace

QString sampleId(const QString &name)
{
    return QUuid::createUuidV5(QUuid(), name).toString(QUuid::WithoutBraces);
}

QJsonObject sampleForm(const QJsonObject &process, const QString &formId)
{
    FormWriter writer;
    const QJsonArray fields = process.value("fields"_L1).toArray();
    for (const QJsonValue &field : fields) {
        writer.addField(field.toObject());
    }
    const QString name = json::text(process, "name"_L1);
    return writer.answer(formId, name.endsWith(u'单') ? name : name + u'单');
}

QJsonObject
sampleData(const QJsonObject &process, const QJsonObject &data, const Organisation &organisation)
{
    QJsonObject result = data;
    const QJsonArray fields = process.value("fields"_L1).toArray();
    for (const QJsonValue &value : fields) {
        const QJsonObject field = value.toObject();
        const QString id = json::text(field, "id"_L1);
        const QString type = json::text(field, "type"_L1);
        const QJsonValue old = data.value(id);
        if (old.isUndefined()) {
            continue;
        }
        if (moduleType(type) == "Org"_L1) {
            result.insert(id, people(old, type.startsWith("unit"_L1), organisation));
        } else if (type == "table"_L1) {
            result.insert(id, gridData(id, old.toArray(), field.value("columns"_L1).toArray()));
        } else if (type == "boolean"_L1) {
            result.insert(id, old.toBool() ? u"true"_s : u"false"_s);
        }
    }
    return result;
}

} // namespace andu::server
