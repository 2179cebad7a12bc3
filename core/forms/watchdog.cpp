// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/watchdog.h"

#include <QFile>

#include <unistd.h>

namespace andu::forms {

namespace {

constexpr auto Pace = std::chrono::milliseconds(2);
constexpr int IdleRounds = 250; ///< Looks without anything to watch before the thread parks.

} // namespace

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

Watchdog::Watchdog(std::function<void()> bite)
    : m_bite(std::move(bite))
    , m_thread([this](const std::stop_token &stop) { watch(stop); })
{ }

void Watchdog::arm(std::chrono::milliseconds time, qint64 memoryBytes)
{
    m_isOutOfMemory = false;
    m_memoryBytes = memoryBytes;
    m_deadline = std::chrono::nanoseconds((Clock::now() + time).time_since_epoch()).count();
    if (m_isParked) {
        const std::scoped_lock lock(m_mutex);
        m_changed.notify_all();
    }
}

void Watchdog::disarm()
{
    if (m_deadline.exchange(0) == 0) {
        while (m_isBiting) {
            std::this_thread::yield(); // the watching thread has taken the deadline
        }
    }
}

void Watchdog::park(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_isParked = true;
    m_changed.wait(lock, stop, [this] { return m_deadline != 0; });
    m_isParked = false;
}

void Watchdog::biteIfDue(qint64 deadline, std::optional<qint64> mostBytes)
{
    const qint64 now = std::chrono::nanoseconds(Clock::now().time_since_epoch()).count();
    const auto bytes = mostBytes ? residentBytes() : std::nullopt;
    const bool isTooBig = bytes && *bytes > *mostBytes;
    if (!isTooBig && now < deadline) {
        return;
    }
    m_isBiting = true;
    if (m_deadline.compare_exchange_strong(deadline, 0)) {
        m_isOutOfMemory = isTooBig;
        m_bite();
    }
    m_isBiting = false;
}

void Watchdog::watch(const std::stop_token &stop)
{
    qint64 watched = 0;
    std::optional<qint64> mostBytes;
    int idle = 0;
    while (!stop.stop_requested()) {
        const qint64 deadline = m_deadline;
        if (deadline == 0) {
            if (++idle > IdleRounds) {
                park(stop);
                idle = 0;
                continue;
            }
        } else if (deadline == watched) {
            biteIfDue(deadline, mostBytes);
        } else {
            // Seen for the first time: what the process has now is the measure.
            idle = 0;
            watched = deadline;
            const auto bytes = m_memoryBytes > 0 ? residentBytes() : std::nullopt;
            mostBytes = bytes ? std::optional(*bytes + m_memoryBytes) : std::nullopt;
        }
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, stop, Pace, [] { return false; });
    }
}

} // namespace andu::forms
