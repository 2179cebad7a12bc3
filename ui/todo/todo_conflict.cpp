// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/todo/todo_conflict.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <QLocale>

namespace andu::ui {

namespace {

/// The form as it would be with some other values in it.
class Version
{
public:
    Version(const TodoContent &content, const Account &account, const QJsonObject &values)
        : m_values(values)
    {
        if (!content.work || !content.form) {
            return;
        }
        forms::FormInput input = inputOf(content, account);
        input.work.control.allowSave = false; // What a reader sees; no event of editing runs.
        for (auto at = values.begin(); at != values.end(); ++at) {
            input.work.data.insert(at.key(), at.value());
        }
        m_session = std::make_unique<forms::FormSession>(std::move(input));
    }

    [[nodiscard]] const forms::Module *module(const QString &key) const
    {
        if (!m_session) {
            return nullptr;
        }
        if (const forms::Module *found = m_session->model().find(key)) {
            return found;
        }
        for (const forms::Module &each : m_session->model().modules) {
            if (each.id.startsWith(key + u".."_s)) {
                return &each;
            }
        }
        return nullptr;
    }

    [[nodiscard]] QString text(const QString &key) const
    {
        const QJsonValue value = m_values.value(key);
        if (m_session && m_session->model().find(key)) {
            const QString shown = m_session->shown(key);
            if (!shown.isEmpty()) {
                return shown;
            }
        }
        if (value.isObject() || value.isArray()) {
            const QJsonArray rows = value.isArray() ? value.toArray() : QJsonArray{ value };
            return QString::fromUtf8(json::compact(rows)).mid(1).chopped(1);
        }
        return value.isDouble() ? QString::number(value.toDouble(), 'g', 15)
                                : value.toVariant().toString();
    }

private:
    QJsonObject m_values;
    std::unique_ptr<forms::FormSession> m_session;
};

QString timeText(const QDateTime &utc)
{
    return utc.isValid() ? QLocale().toString(utc.toLocalTime(), QLocale::ShortFormat) : QString();
}

QByteArray cell(const QString &text)
{
    QString quoted = text;
    quoted.replace(u'"', u"\"\""_s);
    // A spreadsheet takes such a beginning for a formula.
    if (QString(u"=+-@\t"_s).contains(quoted.left(1)) && !quoted.isEmpty()) {
        quoted.prepend(u'\'');
    }
    return '"' + quoted.toUtf8() + '"';
}

} // namespace

ConflictContent conflictOf(const TodoContent &content, const Account &account)
{
    const QJsonObject payload = content.waiting->payload;
    const QJsonObject theirs = payload.value("theirs"_L1).toObject();
    const QJsonObject base = payload.value("base"_L1).toObject();
    const QJsonObject changes = payload.value("changes"_L1).toObject();
    const Version mineVersion(content, account, changes);
    const Version theirVersion(content, account, theirs);
    const Version baseVersion(content, account, base);
    ConflictContent shown;
    shown.title = content.task.title;
    shown.mine = { account.name, timeText(content.waiting->createdUtc) };
    shown.theirs = { QString(), QString() }; // The server does not tell who changed a value.
    for (auto at = changes.begin(); at != changes.end(); ++at) {
        const QString key = at.key();
        const forms::Module *module = mineVersion.module(key);
        ConflictField field;
        field.key = key;
        field.label = module && !module->label.isEmpty() ? module->label : key;
        field.base = base.value(key);
        field.mine = at.value();
        field.baseText = baseVersion.text(key);
        field.mineText = mineVersion.text(key);
        if (theirs.contains(key)) {
            field.theirs = theirs.value(key);
            field.theirsText = theirVersion.text(key);
        } else {
            field.theirs = field.base.isUndefined() ? QJsonValue() : field.base;
            field.theirsText = field.baseText;
            field.merged = ConflictChoice::Mine;
        }
        shown.fields.append(field);
    }
    return shown;
}

QByteArray conflictTable(const ConflictContent &content)
{
    QByteArray table = "\xEF\xBB\xBF";
    const auto row = [&table](const QStringList &cells) {
        QByteArrayList written;
        for (const QString &text : cells) {
            written.append(cell(text));
        }
        table += written.join(',') + "\r\n";
    };
    row({ ConflictView::tr("Field"),
          ConflictView::tr("Mine"),
          ConflictView::tr("On the server"),
          ConflictView::tr("When opened") });
    for (const ConflictField &field : content.fields) {
        row({ field.label, field.mineText, field.theirsText, field.baseText });
    }
    return table;
}

} // namespace andu::ui
