// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/o2oa/client.h"

#include <QByteArrayList>
#include <qcoro/qcorotask.h>

/// Answers in O2OA's envelope, as a scripted server gives them.
namespace andu::test {

inline QByteArray success(const QByteArray &data, qint64 count = 0)
{
    return R"({"type":"success","data":)" + data + R"(,"message":"","count":)"
        + QByteArray::number(count) + "}";
}

inline QByteArray echo(const QByteArray &app, const QByteArray &time = "2026-11-22 20:00:00")
{
    return success(R"({"servletContextName":")" + app + R"(","serverTime":")" + time + R"("})");
}

inline QByteArray row(int number)
{
    const QByteArray id = QByteArray::number(number);
    return R"({"id":"t)" + id + R"(","job":"j)" + id + R"(","title":"T)" + id
        + R"(","startTime":"2026-11-22 10:00:00","updateTime":"2026-11-22 10:00:00"})";
}

inline QByteArray rows(int from, int count)
{
    QByteArrayList list;
    for (int i = 0; i < count; ++i) {
        list.append(row(from + i));
    }
    return '[' + list.join(',') + ']';
}

inline o2oa::Endpoint endpointAt(const QUrl &url)
{
    o2oa::Endpoint endpoint;
    endpoint.base = url;
    return endpoint;
}

template <typename T>
T wait(QCoro::Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

} // namespace andu::test
