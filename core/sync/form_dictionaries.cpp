// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/form_dictionaries.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <QRegularExpression>

namespace andu::sync {

namespace {

/// Collects names while walking a form; every plain name belongs to the form's own application.
struct Search
{
    QString application;
    QList<DictionaryName> found;

    void add(const QString &application_, const QString &name)
    {
        const DictionaryName entry{ application_.isEmpty() ? application : application_, name };
        if (!name.isEmpty() && !entry.application.isEmpty() && !found.contains(entry)) {
            found.append(entry);
        }
    }

    void readScript(const QString &text)
    {
        static const QRegularExpression plain(u"\\bDict\\(\\s*([\"'])([^\"'\\n]{1,200})\\1"_s);
        static const QRegularExpression object(u"\\bDict\\(\\s*\\{([^}]{1,1000})\\}"_s);
        static const QRegularExpression name(u"\\bname[\"']?\\s*:\\s*[\"']([^\"'\\n]{1,200})"_s);
        static const QRegularExpression application_(
            u"\\bapplication[\"']?\\s*:\\s*[\"']([^\"'\\n]{1,200})"_s);
        auto names = plain.globalMatch(text);
        while (names.hasNext()) {
            add({}, names.next().captured(2));
        }
        auto objects = object.globalMatch(text);
        while (objects.hasNext()) {
            const QString members = objects.next().captured(1);
            add(application_.match(members).captured(1), name.match(members).captured(1));
        }
    }

    void readItems(const QJsonValue &items)
    {
        const QJsonArray rows = items.isArray() ? items.toArray() : QJsonArray{ items.toObject() };
        for (const auto &value : rows) {
            const QJsonObject row = value.toObject();
            QString owner = json::text(row, "appId"_L1);
            for (const auto key : { "application"_L1, "appName"_L1 }) {
                owner = owner.isEmpty() ? json::text(row, key) : owner;
            }
            const QString name = json::text(row, "name"_L1);
            add(owner, name.isEmpty() ? json::text(row, "id"_L1) : name);
        }
    }

    void walk(const QJsonValue &value, int depth)
    {
        if (depth > 60) {
            return;
        }
        if (value.isString() && value.toString().contains(u"Dict("_s)) {
            readScript(value.toString());
        }
        const QJsonArray array = value.toArray();
        for (const auto &inner : array) {
            walk(inner, depth + 1);
        }
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (it.key() == u"itemDict"_s) {
                readItems(it.value());
            } else {
                walk(it.value(), depth + 1);
            }
        }
    }
};

/// The form model behind the twice-encoded text of a form.
QJsonValue decoded(const QString &data)
{
    const auto text = json::parse("[\"" + data.toUtf8() + "\"]");
    const auto model = text ? json::parse(text->toArray().at(0).toString().toUtf8())
                            : Result<QJsonValue>(QJsonValue());
    return model ? *model : QJsonValue();
}

} // namespace

QList<DictionaryName> dictionariesIn(const QJsonObject &form)
{
    const QJsonObject own = form.value("form"_L1).toObject();
    Search search{ json::text(own, "application"_L1), {} };
    search.walk(decoded(json::text(own, "data"_L1)), 0);
    const QJsonObject related = form.value("relatedFormMap"_L1).toObject();
    for (const auto &value : related) {
        search.walk(decoded(json::text(value.toObject(), "data"_L1)), 0);
    }
    const QJsonObject scripts = form.value("relatedScriptMap"_L1).toObject();
    for (const auto &value : scripts) {
        search.readScript(json::text(value.toObject(), "text"_L1));
    }
    return search.found;
}

} // namespace andu::sync
