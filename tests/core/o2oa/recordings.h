// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/literals.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace andu::test {

/// One exchange that was recorded on a running O2OA 6.0.3.
struct Exchange
{
    QString place; ///< "folder/file.json 3" for messages.
    QString call; ///< Verb and path, without the host.
    int status = 0;
    QByteArray etag;
    QJsonValue body;

    [[nodiscard]] QByteArray bytes() const
    {
        return body.isObject() ? json::compact(body.toObject()) : body.toString().toUtf8();
    }
    [[nodiscard]] QJsonValue data() const { return body.toObject().value(u"data"_s); }
};

inline QList<Exchange> exchangesIn(const QString &file)
{
    QFile source(file);
    QList<Exchange> list;
    if (!source.open(QIODevice::ReadOnly)) {
        return list;
    }
    const auto parsed = json::parse(source.readAll());
    const QJsonArray steps = parsed ? json::at(*parsed, u"/steps").toArray() : QJsonArray();
    const QString name = QDir(QStringLiteral(ANDU_RECORDINGS)).relativeFilePath(file);
    for (int i = 0; i < steps.size(); ++i) {
        const QJsonValue step = steps.at(i);
        list.append(Exchange{ name + u' ' + QString::number(i),
                              json::at(step, u"/call").toString(),
                              json::at(step, u"/real/status").toInt(),
                              json::at(step, u"/real/headers/ETag").toString().toLatin1(),
                              json::at(step, u"/real/body") });
    }
    return list;
}

/// Step @p number of a scenario.
inline Exchange exchange(const QString &file, int number)
{
    return exchangesIn(QStringLiteral(ANDU_RECORDINGS) + u'/' + file).value(number);
}

/// Every recorded exchange, in a fixed order.
inline QList<Exchange> allExchanges()
{
    QStringList files;
    QDirIterator walk(QStringLiteral(ANDU_RECORDINGS),
                      { u"*.json"_s },
                      QDir::Files,
                      QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        files.append(walk.next());
    }
    files.sort();
    QList<Exchange> list;
    for (const QString &file : std::as_const(files)) {
        list.append(exchangesIn(file));
    }
    return list;
}

} // namespace andu::test
