package com.texchange.stories;

import com.texchange.process.ProcessPath;
import java.util.List;

/**
 * Which way an onboarding's processes have gone.
 *
 * @param paths      the onboarding's first
 * @param fromEngine whether the engine has told it; otherwise only where the onboarding stands is known
 */
public record StoryPath(List<ProcessPath> paths, boolean fromEngine) {
}
