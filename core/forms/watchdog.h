// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace andu::forms {

/// Resident memory of this process; nothing where the system does not tell.
[[nodiscard]] std::optional<qint64> residentBytes();

/// Calls a function from its own thread when an armed time has passed, or when the process has
/// grown by more than the allowed memory meanwhile (a script engine has no limit of its own).
class Watchdog
{
public:
    explicit Watchdog(std::function<void()> bite)
        : m_bite(std::move(bite))
        , m_thread([this](const std::stop_token &stop) { watch(stop); })
    { }

    void arm(std::chrono::milliseconds time, qint64 memoryBytes);
    void disarm();
    /// Whether the last bite was for memory.
    [[nodiscard]] bool isOutOfMemory() const { return m_isOutOfMemory; }

private:
    using Clock = std::chrono::steady_clock;

    void watch(const std::stop_token &stop);

    std::function<void()> m_bite;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::optional<Clock::time_point> m_deadline;
    std::optional<qint64> m_mostBytes; ///< Resident size that is too much.
    std::atomic_bool m_isOutOfMemory = false;
    std::jthread m_thread; ///< Last member: stops before the others go.
};

} // namespace andu::forms
