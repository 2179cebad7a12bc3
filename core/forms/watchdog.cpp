// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/watchdog.h"

#include <QFile>

#include <unistd.h>

namespace andu::forms {

std::optional<qint64> residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QList<QByteArray> fields = file.readAll().split(' ');
    bool isNumber = false;
    const qint64 pages = fields.value(1).toLongLong(&isNumber);
    return isNumber ? std::optional<qint64>(pages * sysconf(_SC_PAGESIZE)) : std::nullopt;
}

void Watchdog::arm(std::chrono::milliseconds time, qint64 memoryBytes)
{
    const std::scoped_lock lock(m_mutex);
    m_deadline = Clock::now() + time;
    m_mostBytes.reset(); // measured by the watching thread, so that short scripts pay nothing
    if (memoryBytes > 0) {
        m_mostBytes = -memoryBytes;
    }
    m_isOutOfMemory = false;
    m_changed.notify_all();
}

void Watchdog::disarm()
{
    const std::scoped_lock lock(m_mutex);
    m_deadline.reset();
}

void Watchdog::watch(const std::stop_token &stop)
{
    static constexpr auto Pace = std::chrono::milliseconds(10);
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        if (!m_deadline) {
            m_changed.wait(lock, stop, [this] { return m_deadline.has_value(); });
            continue;
        }
        const auto deadline = *m_deadline;
        if (m_mostBytes && *m_mostBytes < 0) {
            const auto now = residentBytes();
            m_mostBytes = now ? std::optional(*now - *m_mostBytes) : std::nullopt;
        }
        const auto until = std::min(deadline, Clock::now() + Pace);
        m_changed.wait_until(
            lock, stop, until, [this, deadline] { return m_deadline != deadline; });
        if (m_deadline != deadline || stop.stop_requested()) {
            continue;
        }
        const auto bytes = m_mostBytes && *m_mostBytes > 0 ? residentBytes() : std::nullopt;
        const bool isTooBig = bytes && *bytes > *m_mostBytes;
        if (isTooBig || Clock::now() >= deadline) {
            m_isOutOfMemory = isTooBig;
            m_deadline.reset();
            m_bite();
        }
    }
}

} // namespace andu::forms
