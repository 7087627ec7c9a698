// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/job.h"

#include <memory>
#include <utility>

namespace mintmark {

/// A job whose answer is one call away: memory, a refusal known before, fakes of tests. The call is
/// made from the event loop once the job was started.
template <class T, class Function> class DirectJob final : public ResultJob<T>
{
public:
    explicit DirectJob(Function function) : m_function(std::move(function)) { }

protected:
    void run() override { this->finish(m_function()); }

private:
    Function m_function;
};

/// `function` returns Result<T>; it may be move-only.
template <class T, class Function> std::unique_ptr<ResultJob<T>> makeDirectJob(Function function)
{
    return std::make_unique<DirectJob<T, Function>>(std::move(function));
}

} // namespace mintmark
