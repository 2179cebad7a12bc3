# andu_add_test(sync.merge SOURCES merge_test.cpp LINKS andu_sync [LABELS unit]) builds one Qt Test program and registers it.
function(andu_test_environment name)
    set(variables QT_QPA_PLATFORM=offscreen TZ=UTC LC_ALL=C.UTF-8 QT_PLUGIN_PATH=${PROJECT_BINARY_DIR}/plugins
                  "ASAN_OPTIONS=detect_leaks=0:abort_on_error=1" "UBSAN_OPTIONS=print_stacktrace=1"
                  "TSAN_OPTIONS=ignore_noninstrumented_modules=1")
    set_tests_properties(${name} PROPERTIES ENVIRONMENT "${variables}" TIMEOUT 300)
endfunction()

function(andu_add_test name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;LABELS" ${ARGN})
    string(REPLACE "." "_" target "test_${name}")
    add_executable(${target} ${ARG_SOURCES})
    target_link_libraries(${target} PRIVATE ${ARG_LINKS} Qt6::Test andu_flags)
    set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests")
    add_test(NAME ${name} COMMAND ${target})
    andu_test_environment(${name})
    if(NOT ARG_LABELS)
        set(ARG_LABELS unit)
    endif()
    set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}")
endfunction()
