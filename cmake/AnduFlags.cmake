# One interface target carries warnings, sanitizers and the Qt strictness macros.
add_library(andu_flags INTERFACE)
target_compile_options(
    andu_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor
                         -Woverloaded-virtual $<$<BOOL:${ANDU_WERROR}>:-Werror>
)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(andu_flags INTERFACE -fpch-preprocess)
endif()
target_compile_definitions(
    andu_flags
    INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
              QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_KEYWORDS QT_DISABLE_DEPRECATED_BEFORE=0x060400
)
if(ANDU_SANITIZE)
    # Qt passes private signal tags as references that were never bound: `null` would stop in its headers.
    target_compile_options(andu_flags INTERFACE -fsanitize=${ANDU_SANITIZE} -fno-sanitize=null -fno-omit-frame-pointer
                                                -fno-sanitize-recover=all)
    target_link_options(andu_flags INTERFACE -fsanitize=${ANDU_SANITIZE})
endif()
if(ANDU_FUZZ)
    target_compile_options(
        andu_flags INTERFACE $<IF:$<CXX_COMPILER_ID:GNU>,-fsanitize-coverage=trace-pc,-fsanitize=fuzzer-no-link>
    )
endif()
if(ANDU_COVERAGE)
    target_compile_options(andu_flags INTERFACE --coverage)
    target_link_options(andu_flags INTERFACE --coverage)
endif()
find_program(ANDU_MOLD mold)
if(ANDU_MOLD AND CMAKE_BUILD_TYPE STREQUAL "Debug")
    # It takes more out of static libraries than is referred to; who counts on that asks for the system's linker.
    target_link_options(andu_flags INTERFACE $<$<NOT:$<BOOL:$<TARGET_PROPERTY:ANDU_SYSTEM_LINKER>>>:-fuse-ld=mold>)
endif()
