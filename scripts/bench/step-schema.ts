import { root, tell, withApp } from './boot';

/** Makes the app's empty schema. */
void withApp(root, async () => tell({}));
